package org.legendre.geometry;

/**
 * diag(d) + σ·uuᵀ. For σ &lt; 0 the quadratic form is Σ wᵢ(yᵢ − ȳ)² + slack·W·ȳ² with wᵢ = uᵢ²/dᵢ, yᵢ = dᵢvᵢ/uᵢ, W = |σ|·Σwᵢ scaled out,
 * ȳ the w-mean of y: the variance of y and what the slack leaves, no difference of large numbers.
 */
final class DiagonalPlusRankOneHessian implements Hessian {
    private final double[] d;
    private final double sigma;
    private final double[] u;
    private final double slack;

    DiagonalPlusRankOneHessian(double[] d, double sigma, double[] u, double slack) {
        DomainException.requireLength("u", u, d.length);
        for (int i = 0; i < d.length; i++) {
            DomainException.requirePositive("diagonal entry " + i, d[i]);
            DomainException.requireFinite("u entry " + i, u[i]);
        }
        DomainException.requireFinite("sigma", sigma);
        DomainException.requirePositive("slack 1 + σ Σ uᵢ²/dᵢ", slack);
        this.d = d;
        this.sigma = sigma;
        this.u = u;
        this.slack = slack;
    }

    @Override
    public int size() {
        return d.length;
    }

    @Override
    public void multiply(double[] v, double[] out) {
        double pairing = 0;
        for (int i = 0; i < d.length; i++) {
            pairing += u[i] * v[i];
        }
        for (int i = 0; i < d.length; i++) {
            out[i] = d[i] * v[i] + sigma * u[i] * pairing;
        }
    }

    /** Sherman and Morrison (1950): (D + σuuᵀ)⁻¹ = D⁻¹ − σ D⁻¹u uᵀD⁻¹ / slack. */
    @Override
    public void solve(double[] g, double[] out) {
        double pairing = 0;
        for (int i = 0; i < d.length; i++) {
            pairing += u[i] / d[i] * g[i];
        }
        double factor = sigma * pairing / slack;
        for (int i = 0; i < d.length; i++) {
            out[i] = (g[i] - factor * u[i]) / d[i];
        }
    }

    @Override
    public double quadratic(double[] v) {
        if (sigma >= 0) {
            double sum = 0;
            double pairing = 0;
            for (int i = 0; i < d.length; i++) {
                sum += d[i] * v[i] * v[i];
                pairing += u[i] * v[i];
            }
            return sum + sigma * pairing * pairing;
        }
        double weight = 0;
        double pairing = 0;
        for (int i = 0; i < d.length; i++) {
            weight += u[i] * u[i] / d[i];
            pairing += u[i] * v[i];
        }
        if (weight == 0) {
            return new DiagonalHessian(d).quadratic(v);
        }
        double mean = pairing / weight;
        double sum = slack * weight * mean * mean;
        for (int i = 0; i < d.length; i++) {
            double centred = v[i] - mean * u[i] / d[i];
            sum += d[i] * centred * centred;
        }
        return sum;
    }

    @Override
    public double inverseQuadratic(double[] g) {
        double sum = 0;
        double pairing = 0;
        for (int i = 0; i < d.length; i++) {
            sum += g[i] * g[i] / d[i];
            pairing += u[i] / d[i] * g[i];
        }
        if (sigma <= 0) {
            return sum - sigma * pairing * pairing / slack;
        }
        // The inverse is D⁻¹ less a rank one: the same centring as above, with slack and 1/slack in each other's place.
        double weight = 0;
        for (int i = 0; i < d.length; i++) {
            weight += u[i] * u[i] / d[i];
        }
        double mean = weight == 0 ? 0 : pairing / weight;
        double centredSum = weight * mean * mean / slack;
        for (int i = 0; i < d.length; i++) {
            double centred = g[i] - mean * u[i];
            centredSum += centred * centred / d[i];
        }
        return centredSum;
    }

    @Override
    public double logDeterminant() {
        double sum = Math.log(slack);
        for (double entry : d) {
            sum += Math.log(entry);
        }
        return sum;
    }
}
