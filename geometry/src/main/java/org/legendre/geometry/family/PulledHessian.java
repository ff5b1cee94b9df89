package org.legendre.geometry.family;

import java.util.Arrays;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.FactoredHessian;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.PositiveDefinite;

/** JᵀGJ. It measures by G itself, ‖Jv‖² in G, so that nothing cancels; it solves by a Cholesky factor. */
final class PulledHessian extends FactoredHessian {
    private final Hessian g;
    private final double[][] jacobian;
    private final int size;

    /** J with as many rows as G has, at least one column. */
    PulledHessian(Hessian g, double[][] jacobian) {
        this.g = g;
        this.jacobian = jacobian;
        this.size = jacobian[0].length;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void multiply(double[] v, double[] out) {
        double[] image = new double[jacobian.length];
        g.multiply(push(jacobian, v), image);
        System.arraycopy(pull(jacobian, image), 0, out, 0, size);
    }

    @Override
    public double quadratic(double[] v) {
        return g.quadratic(push(jacobian, v));
    }

    @Override
    protected PositiveDefinite factorize() {
        double[][] rows = toMatrix();
        try {
            return PositiveDefinite.symmetrized(rows);
        } catch (DomainException singular) {
            DomainException reason = new DomainException(
                    "JᵀGJ", rows, "a positive definite matrix: the columns of J are linearly dependent");
            reason.initCause(singular);
            throw reason;
        }
    }

    /** Jv. */
    static double[] push(double[][] jacobian, double[] v) {
        double[] image = new double[jacobian.length];
        Arrays.setAll(image, i -> {
            double sum = 0;
            for (int k = 0; k < v.length; k++) {
                sum += jacobian[i][k] * v[k];
            }
            return sum;
        });
        return image;
    }

    /** Jᵀg. */
    static double[] pull(double[][] jacobian, double[] covector) {
        double[] image = new double[jacobian[0].length];
        for (int i = 0; i < jacobian.length; i++) {
            for (int k = 0; k < image.length; k++) {
                image[k] += jacobian[i][k] * covector[i];
            }
        }
        return image;
    }
}
