package org.legendre.geometry.model;

import org.apache.commons.numbers.gamma.Erf;

/** What a unit of a layer makes of the sum that it receives. */
public enum Activation {
    /** tanh s. */
    TANH {
        @Override
        public double value(double s) {
            return Math.tanh(s);
        }

        /** 1/cosh² s, which 1 − tanh² s would lose to cancellation. */
        @Override
        public double slope(double s) {
            double c = 1 / Math.cosh(s);
            return c * c;
        }
    },
    /** erf(s/√2), the unit of soft committee machines (D. Saad and S. A. Solla, On-line learning in soft committee machines, Phys. Rev. E 52, 1995). */
    ERF {
        @Override
        public double value(double s) {
            return Erf.value(s * Math.sqrt(0.5));
        }

        @Override
        public double slope(double s) {
            double square = s * s;
            double exponential = Math.exp(-0.5 * square);
            // The rounding error of s², which the exponential function would multiply by s².
            return exponential == 0 ? 0 : Math.sqrt(2 / Math.PI) * (exponential * (1 - 0.5 * Math.fma(s, s, -square)));
        }
    },
    /** s itself. */
    IDENTITY {
        @Override
        public double value(double s) {
            return s;
        }

        @Override
        public double slope(double s) {
            return 1;
        }
    };

    /**
     * The activation.
     *
     * @param s the sum that the unit receives
     * @return φ(s)
     */
    public abstract double value(double s);

    /**
     * Its derivative.
     *
     * @param s the sum that the unit receives
     * @return φ′(s)
     */
    public abstract double slope(double s);
}
