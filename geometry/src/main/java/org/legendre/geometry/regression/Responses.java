package org.legendre.geometry.regression;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.Logistic;

/** The shipped responses. */
final class Responses {
    private Responses() {}

    /** y ~ Bernoulli, z the log-odds. */
    record Binary() implements Response<Bernoulli> {
        @Override
        public double require(double y) {
            if (!(y == 0 || y == 1)) {
                throw new DomainException("response", y, "0 or 1");
            }
            return y;
        }

        /** log(1 + e^z) − yz is log(1 + e^−z) where y = 1: no difference of large numbers. */
        @Override
        public double deviance(double y, double z) {
            return Logistic.log1pexp(y == 1 ? -z : z);
        }

        @Override
        public double saturated(double y) {
            return 0;
        }

        @Override
        public double slope(double y, double z) {
            return y == 1 ? -Logistic.logistic(-z) : Logistic.logistic(z);
        }

        @Override
        public double information(double z) {
            return Logistic.logistic(z) * Logistic.logistic(-z);
        }

        @Override
        public double curvature() {
            return 0.25;
        }

        @Override
        public Bernoulli distribution(double z) {
            return Bernoulli.logOdds(z);
        }
    }

    /** y ~ Poisson, z the log of its mean. */
    record Count() implements Response<Poisson> {
        @Override
        public double require(double y) {
            if (!(y >= 0)) {
                throw new DomainException("response", y, "a count 0, 1, 2, …");
            }
            return y;
        }

        /** μ − y − y log(μ/y), μ = e^z, by the distance of z from log y. */
        @Override
        public double deviance(double y, double z) {
            return y == 0 ? Math.exp(z) : y * EntropyTerms.expm1mx(z - Math.log(y));
        }

        @Override
        public double saturated(double y) {
            return 0 - new Poisson(y).logDensityAt(y);
        }

        @Override
        public double slope(double y, double z) {
            return y == 0 ? Math.exp(z) : y * Math.expm1(z - Math.log(y));
        }

        @Override
        public double information(double z) {
            return Math.exp(z);
        }

        @Override
        public double curvature() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public Poisson distribution(double z) {
            return new Poisson(Math.exp(z));
        }
    }

    /** y ~ Gamma of a known shape, z the log of its mean. */
    record Positive(double shape) implements Response<Gamma> {
        @Override
        public double require(double y) {
            return DomainException.requirePositive("response", y);
        }

        /** a(y/μ − 1 − log(y/μ)), μ = e^z. */
        @Override
        public double deviance(double y, double z) {
            return shape * EntropyTerms.expm1mx(Math.log(y) - z);
        }

        @Override
        public double saturated(double y) {
            return 0 - new Gamma(shape, shape / y).logDensityAt(y);
        }

        @Override
        public double slope(double y, double z) {
            return 0 - shape * Math.expm1(Math.log(y) - z);
        }

        @Override
        public double information(double z) {
            return shape;
        }

        @Override
        public double curvature() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public Gamma distribution(double z) {
            return new Gamma(shape, shape * Math.exp(-z));
        }
    }

    /** y ~ N(z, σ²) with σ² known. */
    record Real(double variance) implements Response<Normal> {
        @Override
        public double require(double y) {
            return DomainException.requireFinite("response", y);
        }

        @Override
        public double deviance(double y, double z) {
            return 0.5 * (y - z) / variance * (y - z);
        }

        @Override
        public double saturated(double y) {
            return 0 - new Normal(y, variance).logDensityAt(y);
        }

        @Override
        public double slope(double y, double z) {
            return (z - y) / variance;
        }

        @Override
        public double information(double z) {
            return 1 / variance;
        }

        @Override
        public double curvature() {
            return 1 / variance;
        }

        @Override
        public Normal distribution(double z) {
            return new Normal(z, variance);
        }
    }
}
