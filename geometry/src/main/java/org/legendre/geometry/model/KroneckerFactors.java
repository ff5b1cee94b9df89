package org.legendre.geometry.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.PositiveDefinite;

/** The factors of a layer: A = (1/n) Σ aᵢaᵢᵀ of what it receives and G = (1/n) Σᵢ Σₖ gᵢₖgᵢₖᵀ of the covectors at its sums. */
final class KroneckerFactors {
    private final double[][] received;
    private final double[][] covectors;
    private @Nullable Eigenbasis receivedBasis;
    private @Nullable Eigenbasis covectorBasis;

    private KroneckerFactors(Layer layer) {
        this.received = new double[layer.stride()][layer.stride()];
        this.covectors = new double[layer.units()][layer.units()];
    }

    /** Of each layer. */
    static List<KroneckerFactors> of(LayerPass pass) {
        List<KroneckerFactors> all = new ArrayList<>();
        for (Layer layer : pass.layers()) {
            all.add(new KroneckerFactors(layer));
        }
        double share = 1.0 / pass.observations();
        pass.forEach((received, covectors) -> {
            for (int l = 0; l < received.length; l++) {
                addSquare(received[l], share, all.get(l).received);
                for (double[] g : covectors[l]) {
                    addSquare(g, share, all.get(l).covectors);
                }
            }
        });
        for (KroneckerFactors factors : all) {
            MeanGram.mirror(factors.received);
            MeanGram.mirror(factors.covectors);
        }
        return all;
    }

    /** Adds c·aaᵀ to a lower triangle. */
    private static void addSquare(double[] a, double c, double[][] out) {
        for (int i = 0; i < a.length; i++) {
            double factor = c * a[i];
            if (factor != 0) {
                double[] row = out[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += factor * a[j];
                }
            }
        }
    }

    double[][] received() {
        return received;
    }

    double[][] covectors() {
        return covectors;
    }

    Eigenbasis receivedBasis() {
        Eigenbasis known = receivedBasis;
        if (known == null) {
            known = new Eigenbasis(received);
            receivedBasis = known;
        }
        return known;
    }

    Eigenbasis covectorBasis() {
        Eigenbasis known = covectorBasis;
        if (known == null) {
            known = new Eigenbasis(covectors);
            covectorBasis = known;
        }
        return known;
    }

    /** G⊗A + λI. */
    Hessian plus(double lambda) {
        Eigenbasis left = covectorBasis();
        Eigenbasis right = receivedBasis();
        double[] s = new double[left.size() * right.size()];
        for (int i = 0; i < s.length; i++) {
            s[i] = left.value(i / right.size()) * right.value(i % right.size()) + lambda;
        }
        return new KroneckerEigenHessian(left, right, s);
    }

    /** (G + (√λ/π)I) ⊗ (A + π√λ I), π² the ratio of the mean eigenvalues of A and G, 1 where one is 0. */
    Hessian dampedInFactors(double lambda) {
        double ratio = trace(received) / received.length / (trace(covectors) / covectors.length);
        double pi = ratio > 0 && ratio < Double.POSITIVE_INFINITY ? Math.sqrt(ratio) : 1;
        double root = Math.sqrt(lambda);
        return Hessian.kronecker(plus(covectors, root / pi, lambda), plus(received, pi * root, lambda));
    }

    private static PositiveDefinite plus(double[][] matrix, double diagonal, double lambda) {
        double[][] sum = new double[matrix.length][];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = matrix[i].clone();
            sum[i][i] += diagonal;
        }
        return PositiveDefinite.regular(
                sum, "the damping λ = " + lambda + " is too small for this factor of a layer, which is singular");
    }

    private static double trace(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            sum += matrix[i][i];
        }
        return sum;
    }
}
