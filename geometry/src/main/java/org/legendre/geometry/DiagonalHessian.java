package org.legendre.geometry;

/** diag(d), d &gt; 0. */
final class DiagonalHessian implements Hessian {
    private final double[] d;

    DiagonalHessian(double[] d) {
        for (int i = 0; i < d.length; i++) {
            DomainException.requirePositive("diagonal entry " + i, d[i]);
        }
        this.d = d;
    }

    @Override
    public int size() {
        return d.length;
    }

    @Override
    public Hessian damped(double lambda) {
        DomainException.requireNonnegative("damping λ", lambda);
        double[] sums = d.clone();
        for (int i = 0; i < d.length; i++) {
            sums[i] += lambda;
        }
        return new DiagonalHessian(sums);
    }

    @Override
    public void multiply(double[] v, double[] out) {
        for (int i = 0; i < d.length; i++) {
            out[i] = d[i] * v[i];
        }
    }

    @Override
    public void solve(double[] g, double[] out) {
        for (int i = 0; i < d.length; i++) {
            out[i] = g[i] / d[i];
        }
    }

    @Override
    public double quadratic(double[] v) {
        double sum = 0;
        for (int i = 0; i < d.length; i++) {
            sum += d[i] * v[i] * v[i];
        }
        return sum;
    }

    @Override
    public double inverseQuadratic(double[] g) {
        double sum = 0;
        for (int i = 0; i < d.length; i++) {
            sum += g[i] / d[i] * g[i];
        }
        return sum;
    }

    @Override
    public double logDeterminant() {
        double sum = 0;
        for (double entry : d) {
            sum += Math.log(entry);
        }
        return sum;
    }
}
