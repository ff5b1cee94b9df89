package org.legendre.geometry;

/**
 * diag(d) + σ·uuᵀ, with slack s = 1 + σW, W = Σuᵢ²/dᵢ.
 *
 * <p>For σ &lt; 0 the quadratic form Σdᵢvᵢ² − |σ|⟨u, v⟩² cancels. With the mean m = ⟨u, v⟩/W it is Σdᵢ(vᵢ − m·uᵢ/dᵢ)² + s·W·m²: where d = u = p
 * are probabilities, the variance of v plus what the last class adds. For σ &gt; 0 the inverse cancels, and
 * gᵀH⁻¹g = Σ(gᵢ − m·uᵢ)²/dᵢ + W·m²/s with m = ⟨u, D⁻¹g⟩/W.
 */
final class DiagonalPlusRankOneHessian implements Hessian {
    private final double[] d;
    private final double sigma;
    private final double[] u;
    private final double slack;
    private final double weight;

    DiagonalPlusRankOneHessian(double[] d, double sigma, double[] u, double slack) {
        DomainException.requireLength("u", u, d.length);
        for (int i = 0; i < d.length; i++) {
            DomainException.requirePositive("diagonal entry " + i, d[i]);
            DomainException.requireFinite("u entry " + i, u[i]);
        }
        DomainException.requireFinite("sigma", sigma);
        DomainException.requirePositive("slack 1 + σ Σ uᵢ²/dᵢ", slack);
        double computed = 0;
        for (int i = 0; i < d.length; i++) {
            computed += u[i] / d[i] * u[i];
        }
        this.weight = computed;
        // The caller may know the slack to digits that are lost here, not another slack.
        if (!(Math.abs(1 + sigma * weight - slack) <= 1e-6 * (1 + Math.abs(sigma) * weight))) {
            throw new DomainException("slack", slack, "1 + σ Σ uᵢ²/dᵢ, which is about " + (1 + sigma * weight));
        }
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
        double[] centred = v.clone();
        double mean = centre(centred, false);
        double sum = slack * weight * mean * mean;
        for (int i = 0; i < d.length; i++) {
            sum += d[i] * centred[i] * centred[i];
        }
        return sum;
    }

    /**
     * Replaces v by v − m·D⁻¹u (g by g − m·u if dual) and returns m. The second pass removes the rounding of the first mean, which would
     * otherwise show where the entries nearly agree.
     */
    private double centre(double[] v, boolean dual) {
        if (weight == 0) {
            return 0;
        }
        double mean = 0;
        for (int pass = 0; pass < 2; pass++) {
            double pairing = 0;
            for (int i = 0; i < d.length; i++) {
                pairing += (dual ? u[i] / d[i] : u[i]) * v[i];
            }
            double part = pairing / weight;
            mean += part;
            for (int i = 0; i < d.length; i++) {
                double ratio = u[i] / d[i];
                // u/d − fl(u/d), so that the direction taken off is exact to twice the precision.
                double rest = Math.fma(-ratio, d[i], u[i]) / d[i];
                v[i] = dual ? Math.fma(-part, u[i], v[i]) : Math.fma(-part, ratio, v[i]) - part * rest;
            }
        }
        return mean;
    }

    @Override
    public double inverseQuadratic(double[] g) {
        double sum = 0;
        if (sigma <= 0) {
            double pairing = 0;
            for (int i = 0; i < d.length; i++) {
                sum += g[i] / d[i] * g[i];
                pairing += u[i] / d[i] * g[i];
            }
            return sum - sigma * pairing / slack * pairing;
        }
        double[] centred = g.clone();
        double mean = centre(centred, true);
        for (int i = 0; i < d.length; i++) {
            sum += centred[i] / d[i] * centred[i];
        }
        return sum + weight * mean / slack * mean;
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
