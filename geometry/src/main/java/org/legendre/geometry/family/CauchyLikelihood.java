package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.DomainException;

/**
 * The likelihood of Cauchy distributions. With location and scale as a point of the half-plane, −log p(x) is a Busemann function of the boundary point x
 * up to a constant, convex along geodesics: Newton steps along geodesics with a line search find the minimum of the sum from anywhere.
 *
 * <p>At each step the half-plane is mapped to the disc, the current point to its center, so that x becomes the point u = (y − i)/(y + i), y = (x − m)/γ,
 * of the circle. The likelihood there is log(1 − |w|²) − log|u − w|² = 2 Re(ūw) + Re(ū²w²) − |w|² + O(w³), so that the equation is Σ u = 0, and the
 * Newton step w solves w − c₂w̄ = c with the means c of u and c₂ of u².
 *
 * <p>Source: P. McCullagh, Möbius transformation and Cauchy parameter estimation, Ann. Statist. 24 (1996); J. B. Copas, On the unimodality of the
 * likelihood for the Cauchy distribution, Biometrika 62 (1975): the only stationary point.
 */
final class CauchyLikelihood {
    private static final int STEPS = 200;
    /** |w|² of a step that is the last, for the next one is its square: times the loss of the linear equations. */
    private static final double LAST = 1e-16;

    private double location;
    private double scale;
    private final double[] x;
    /** The points of the circle. */
    private final double[] re;

    private final double[] im;

    private CauchyLikelihood(double[] aboutMedian) {
        this.x = aboutMedian;
        this.re = new double[x.length];
        this.im = new double[x.length];
        this.scale = Arrays.stream(x).map(Math::abs).sorted().toArray()[x.length / 2];
    }

    static Cauchy maximum(List<? extends Double> data) {
        Statistics.requireData(data);
        double[] sorted = data.stream()
                .mapToDouble(value -> DomainException.requireFinite("observation", value) + 0.0)
                .sorted()
                .toArray();
        requireScattered(sorted);
        // Numbers up to 1, whose differences do not overflow, by a power of 2, which loses nothing; about the median,
        // beside which a scale may be small.
        int exponent = Math.getExponent(Math.max(-sorted[0], sorted[sorted.length - 1])) + 1;
        double median = Math.scalb(sorted[sorted.length / 2], -exponent);
        CauchyLikelihood likelihood = new CauchyLikelihood(Arrays.stream(sorted)
                .map(value -> Math.scalb(value, -exponent) - median)
                .toArray());
        likelihood.climb();
        return new Cauchy(Math.scalb(median + likelihood.location, exponent), Math.scalb(likelihood.scale, exponent));
    }

    private static void requireScattered(double[] sorted) {
        int run = 0;
        for (int i = 0; i < sorted.length; i++) {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            if (2 * run >= sorted.length) {
                throw new DomainException(
                        "number of observations equal to " + sorted[i],
                        run,
                        "less than half of the " + sorted.length
                                + " (no likelihood is the largest, or no scale alone has it)");
            }
        }
    }

    private void climb() {
        double length = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double[] c = new double[4];
            for (int i = 0; i < x.length; i++) {
                toCircle(i);
                c[0] += re[i] / x.length;
                c[1] += im[i] / x.length;
                c[2] += (re[i] - im[i]) * (re[i] + im[i]) / x.length;
                c[3] += 2 * re[i] * im[i] / x.length;
            }
            double regular = 1 - Math.hypot(c[2], c[3]) * Math.hypot(c[2], c[3]);
            double wRe = (c[0] + c[2] * c[0] + c[3] * c[1]) / regular;
            double wIm = (c[1] + c[3] * c[0] - c[2] * c[1]) / regular;
            length = Math.hypot(wRe, wIm);
            if (length * length <= LAST * regular) {
                move(wRe, wIm);
                return;
            }
            if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
                break;
            }
            // The geodesic from the center in the direction of w, of hyperbolic length at most 2.
            double radius = Math.tanh(Math.min(length, 1));
            while (radius > 1e-3 && !(rise(radius * wRe / length, radius * wIm / length) > 0)) {
                radius /= 2;
            }
            move(radius * wRe / length, radius * wIm / length);
        }
        throw new ConvergenceException("the likelihood equations of " + x.length + " observations of a Cauchy", length);
    }

    /** u = (y − i)/(y + i) = (y² − 1 − 2iy)/(y² + 1). */
    private void toCircle(int i) {
        double y = (x[i] - location) / scale;
        if (Math.abs(y) <= 1) {
            re[i] = (y - 1) * (y + 1) / (1 + y * y);
            im[i] = -2 * y / (1 + y * y);
        } else {
            double z = 1 / y;
            re[i] = (1 - z) * (1 + z) / (1 + z * z);
            im[i] = -2 * z / (1 + z * z);
        }
    }

    /** The mean log-likelihood at w less that at the center. */
    private double rise(double wRe, double wIm) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum -= 2 * Math.log(Math.hypot(re[i] - wRe, im[i] - wIm)) / x.length;
        }
        return sum + Math.log1p(-(wRe * wRe + wIm * wIm));
    }

    /** To i(1 + w)/(1 − w) in units of the current scale about the current location. */
    private void move(double wRe, double wIm) {
        double square = (1 - wRe) * (1 - wRe) + wIm * wIm;
        location -= scale * 2 * wIm / square;
        scale *= (1 - wRe * wRe - wIm * wIm) / square;
    }
}
