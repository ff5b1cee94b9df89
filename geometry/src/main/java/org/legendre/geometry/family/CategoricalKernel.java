package org.legendre.geometry.family;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.RelativeEntropy;
import org.legendre.geometry.special.Sums;

/** KL between rows of probabilities, with the bits of {@link Probabilities#klTo}. An object is the working memory of one thread. */
final class CategoricalKernel {
    /** How far a plain sum of many probabilities may be from the compensated one: nearer to the tolerance the latter decides. */
    private static final double DOUBT = 1e-10;

    private final RelativeEntropy entropy = new RelativeEntropy();

    /** The divergences of rows of the given number of classes; a DomainException names the first bad one. */
    void kl(double[] p, int fromP, double[] q, int fromQ, double[] out, int fromOut, int rows, int classes) {
        if (classes >= RelativeEntropy.BLOCK) {
            for (int row = 0; row < rows; row++) {
                int atP = fromP + row * classes;
                int atQ = fromQ + row * classes;
                double kl = entropy.total(p, atP, q, atQ, classes);
                out[fromOut + row] = checked(kl, entropy.massOfP(), entropy.massOfQ(), p, atP, q, atQ, row, classes);
            }
        } else {
            // As many whole rows as fit a block.
            int together = RelativeEntropy.BLOCK / classes;
            for (int row = 0; row < rows; row += together) {
                block(p, fromP, q, fromQ, out, fromOut, row, Math.min(together, rows - row), classes);
            }
        }
    }

    private void block(
            double[] p, int fromP, double[] q, int fromQ, double[] out, int fromOut, int first, int rows, int classes) {
        int start = first * classes;
        double[] terms = entropy.terms(p, fromP + start, q, fromQ + start, rows * classes);
        for (int row = first; row < first + rows; row++) {
            int atP = fromP + row * classes;
            int atQ = fromQ + row * classes;
            double massP = 0;
            double massQ = 0;
            for (int i = 0; i < classes; i++) {
                massP += p[atP + i];
                massQ += q[atQ + i];
            }
            int at = (row - first) * classes;
            double kl = Sums.sum(terms, at, at + classes);
            out[fromOut + row] = checked(kl, massP, massQ, p, atP, q, atQ, row, classes);
        }
    }

    /** A negative or NaN entry makes the divergence NaN, a larger one than 1 the sum too large. */
    private static double checked(
            double kl, double massP, double massQ, double[] p, int atP, double[] q, int atQ, int row, int classes) {
        if (Double.isNaN(kl)) {
            requireEntries("p", p, atP, row, classes);
            requireEntries("q", q, atQ, row, classes);
        }
        requireMass("p", massP, p, atP, row, classes);
        requireMass("q", massQ, q, atQ, row, classes);
        return kl;
    }

    private static void requireEntries(String name, double[] x, int from, int row, int classes) {
        for (int i = 0; i < classes; i++) {
            DomainException.requireProbability("probability " + i + " of " + name + " in row " + row, x[from + i]);
        }
    }

    private static void requireMass(String name, double mass, double[] x, int from, int row, int classes) {
        if (Math.abs(mass - 1) <= Probabilities.TOLERANCE - DOUBT) {
            return;
        }
        requireEntries(name, x, from, row, classes);
        double sum = Sums.sum(x, from, from + classes);
        if (!(Math.abs(sum - 1) <= Probabilities.TOLERANCE)) {
            throw new DomainException(
                    "sum of " + name + " in row " + row, sum, "probabilities with sum 1 ± " + Probabilities.TOLERANCE);
        }
    }
}
