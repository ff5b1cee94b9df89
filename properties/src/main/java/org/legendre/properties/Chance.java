package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.family.Pair;

/** What the laws of observations make of a sample: tangents, draws and standardised statistics. */
final class Chance {
    private Chance() {}

    /** What a law finds at a member whose density can be integrated. */
    interface Integrated {
        Finding at(Point p, Averages averages);
    }

    /** Looks at the sample's first point if its density is resolved. */
    static Finding integrated(ObservationSubject subject, Sample sample, Integrated law) {
        return Points.point(subject.family(), sample, p -> {
            Averages averages = new Averages(subject, p);
            return averages.resolved() ? law.at(p, averages) : Finding.nothing("the density is not resolved at " + p);
        });
    }

    /** What a law finds in draws. */
    interface Drawn {
        Finding at(List<Object> draws);
    }

    /**
     * Looks at draws whose seed is a function of the sample. Where binary64 does not hold a draw, such as a matrix that rounds to a singular one, the sample says
     * nothing; a sampler that always refuses makes the law vacuous.
     */
    static Finding drawn(ObservationSubject subject, double[] theta, Sample sample, int n, Drawn law) {
        List<Object> draws;
        try {
            draws = subject.draw(theta, 0x9E3779B97F4A7C15L * sample.hashCode(), n);
            draws.forEach(subject::statistic);
        } catch (DomainException notHeld) {
            return Finding.nothing("a draw is beyond the range of binary64: " + notHeld.getMessage());
        }
        return draws.isEmpty() || draws.stream().anyMatch(x -> extreme(subject, x))
                ? Finding.nothing("a draw is beyond the range of binary64")
                : law.at(draws);
    }

    private static boolean extreme(ObservationSubject subject, Object x) {
        return subject.space().map(space -> space.extreme(x)).orElse(false) || underflown(x);
    }

    /** Whether a number in an observation has lost digits to underflow. */
    private static boolean underflown(Object x) {
        if (x instanceof Double number) {
            return number != 0 && Math.abs(number) < Double.MIN_NORMAL;
        }
        if (x instanceof List<?> list) {
            return list.stream().anyMatch(Chance::underflown);
        }
        return x instanceof Pair<?, ?> pair && (underflown(pair.first()) || underflown(pair.second()));
    }

    /** By how much an observation that is a matrix amplifies rounding: the largest xᵢᵢ(x⁻¹)ᵢᵢ; 1 for one that is none. */
    static double condition(Object x) {
        PositiveDefinite matrix = x instanceof PositiveDefinite itself
                ? itself
                : x instanceof MultivariateNormal normal ? normal.covariance() : PositiveDefinite.identity(1);
        double largest = 1;
        for (int i = 0; i < matrix.size(); i++) {
            double[] unit = new double[matrix.size()];
            unit[i] = 1;
            largest = Math.max(largest, matrix.get(i, i) * matrix.inverseQuadratic(unit));
        }
        return largest;
    }

    /** An estimate or a posterior, if there is one: data on the boundary of the convex support have none, and the subject says so by a DomainException. */
    static Optional<double[]> inferred(Supplier<double[]> inference) {
        try {
            return Optional.of(inference.get());
        } catch (DomainException none) {
            return Optional.empty();
        }
    }

    /** ⟨v, T(x) − η⟩. */
    static double standardised(ObservationSubject subject, Point p, double[] v, Object x) {
        double[] statistic = subject.statistic(x);
        double sum = 0;
        for (int i = 0; i < v.length; i++) {
            sum += v[i] * (statistic[i] - p.eta[i]);
        }
        return sum;
    }

    /** By how much ⟨v, T(x) − η⟩ may be off. */
    static double rounding(Point p, double[] v) {
        return Rounding.ofTerms(p.size(), Rounding.absoluteDot(p.etaSize(), v));
    }

    static String at(Point p, double[] v) {
        return "θ = " + p + ", v = " + Arrays.toString(v);
    }
}
