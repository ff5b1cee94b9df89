package org.legendre.geometry;

/**
 * V ↦ Q(L ∘ QᵀVQ)Qᵀ on symmetric matrices: the derivative of a function of a matrix with eigenvectors Q, L being the divided differences of that function at
 * its eigenvalues, all positive. O(d³) to multiply, to measure and to solve; never formed.
 *
 * <p>Source: K. Löwner, Über monotone Matrixfunktionen, Math. Z. 38 (1934); R. Bhatia, Matrix Analysis (1997), theorem V.3.3.
 */
final class SpectralHessian implements Hessian {
    private final int d;
    private final double[] q;
    private final double[] l;
    private final double offIn;
    private final double offOut;

    /**
     * @param q eigenvectors, row after row
     * @param l divided differences, row after row
     * @param offIn what makes of an off-diagonal coordinate of a tangent an entry of the matrix: 1, or ½ for dual coordinates
     * @param offOut what makes of an off-diagonal entry of the image a coordinate: 2, or 1
     */
    SpectralHessian(int d, double[] q, double[] l, double offIn, double offOut) {
        this.d = d;
        this.q = q;
        this.l = l;
        this.offIn = offIn;
        this.offOut = offOut;
        for (double entry : l) {
            DomainException.requirePositive("divided difference", entry);
        }
    }

    @Override
    public int size() {
        return LogCholesky.packedSize(d);
    }

    @Override
    public void multiply(double[] v, double[] out) {
        double[] turned = turned(v, offIn);
        for (int i = 0; i < turned.length; i++) {
            turned[i] *= l[i];
        }
        back(turned, offOut, out);
    }

    @Override
    public void solve(double[] g, double[] out) {
        double[] turned = turned(g, 1 / offOut);
        for (int i = 0; i < turned.length; i++) {
            turned[i] /= l[i];
        }
        back(turned, 1 / offIn, out);
    }

    @Override
    public double quadratic(double[] v) {
        double[] turned = turned(v, offIn);
        double sum = 0;
        for (int i = 0; i < turned.length; i++) {
            sum += turned[i] * l[i] * turned[i];
        }
        return sum;
    }

    @Override
    public double inverseQuadratic(double[] g) {
        double[] turned = turned(g, 1 / offOut);
        double sum = 0;
        for (int i = 0; i < turned.length; i++) {
            sum += turned[i] / l[i] * turned[i];
        }
        return sum;
    }

    @Override
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                sum += Math.log(l[i * d + j]);
            }
        }
        return sum + 0.5 * d * (d - 1) * Math.log(offIn * offOut);
    }

    /** QᵀVQ of packed V. */
    private double[] turned(double[] packed, double off) {
        double[] v = new double[d * d];
        for (int i = 0, k = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, k++) {
                double entry = i == j ? packed[k] : off * packed[k];
                v[i * d + j] = entry;
                v[j * d + i] = entry;
            }
        }
        return conjugated(v, true);
    }

    private void back(double[] turned, double off, double[] packed) {
        double[] v = conjugated(turned, false);
        for (int i = 0, k = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, k++) {
                packed[k] = i == j ? v[i * d + i] : off * (0.5 * v[i * d + j] + 0.5 * v[j * d + i]);
            }
        }
    }

    /** KVKᵀ with K the rows of eigenvectors, or its transpose. */
    private double[] conjugated(double[] v, boolean rows) {
        double[] once = new double[d * d];
        double[] twice = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    once[i * d + j] += entry(i, k, rows) * v[k * d + j];
                }
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    twice[i * d + j] += once[i * d + k] * entry(j, k, rows);
                }
            }
        }
        return twice;
    }

    private double entry(int i, int k, boolean rows) {
        return rows ? q[i * d + k] : q[k * d + i];
    }
}
