package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.AffineMember;
import org.legendre.geometry.family.BoltzmannMachine;
import org.legendre.geometry.family.ConjugatePrior;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.Multinomial;
import org.legendre.geometry.family.OwnMember;
import org.legendre.geometry.family.Univariate;

/** The parts of an {@link ObservationSubject} as a family has them: typed members behind plain arrays. */
final class Observations<T, M extends Member<T, M>> {
    /** More points than this take too long to enumerate at every sample. */
    private static final int MOST_POINTS = 1000;

    private final ExponentialFamily<T, M> family;

    Observations(ExponentialFamily<T, M> family) {
        this.family = family;
    }

    private M member(double[] theta) {
        return family.member(Vec.of(theta));
    }

    /** Observations come from this family's draws and spaces alone. */
    @SuppressWarnings("unchecked")
    private T observation(Object x) {
        return (T) x;
    }

    ToDoubleFunction<Object> logDensity(double[] theta) {
        M member = member(theta);
        return x -> member.logDensity(observation(x));
    }

    double[] statistic(Object x) {
        return family.statistic(observation(x)).toArray();
    }

    double logBaseMeasure(Object x) {
        return family.logBaseMeasure(observation(x));
    }

    List<Object> draw(double[] theta, long seed, int n) {
        M member = member(theta);
        SplittableRandom random = new SplittableRandom(seed);
        List<Object> draws = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            draws.add(member.sample(random));
        }
        return draws;
    }

    double entropy(double[] theta) {
        return member(theta).entropy();
    }

    double skewedJensen(double[] thetaP, double[] thetaQ, double alpha) {
        return member(thetaP).skewedJensen(member(thetaQ), alpha);
    }

    double[] third(double[] theta, double[] u, double[] v) {
        double[] out = new double[theta.length];
        family.potential().potential().third(theta, u, v, out);
        return out;
    }

    double[] maximumLikelihood(List<?> data) {
        return family.maximumLikelihood(typed(data)).expectation().toArray();
    }

    private List<T> typed(List<?> data) {
        return data.stream().map(this::observation).toList();
    }

    double[] posterior(double[] prior, List<?> data) {
        int n = prior.length - 1;
        Vec<Expectation> mean = Vec.of(Arrays.copyOf(prior, n));
        ConjugatePrior<T, M> posterior = family.conjugatePrior(mean, prior[n]).posterior(typed(data));
        double[] out = Arrays.copyOf(posterior.pseudoMean().toArray(), n + 1);
        out[n] = posterior.strength();
        return out;
    }

    /** The space of the observations, found by looking at one member. */
    @Nullable
    SampleSpace space() {
        double[] theta = family.potential().domain().fromChart(new double[family.dimension()]);
        Member<?, ?> example = root(member(theta));
        Univariate line = univariate(example);
        if (line != null) {
            return SampleSpace.line(
                    line.support(), t -> number(root(member(t))), observer(example.sample(new SplittableRandom(1))));
        }
        List<?> points = example instanceof Multinomial multinomial
                ? compositions(multinomial)
                : example instanceof BoltzmannMachine machine ? corners(machine) : List.of();
        return points.isEmpty() ? null : SampleSpace.finite(points);
    }

    /** The member of the catalogue or of one's own of which this is one in a flat subfamily. */
    private static Member<?, ?> root(Member<?, ?> member) {
        Member<?, ?> root = member;
        while (root instanceof AffineMember<?, ?> affine) {
            root = affine.parent();
        }
        return root;
    }

    private static @Nullable Univariate univariate(Member<?, ?> member) {
        if (member instanceof Univariate line) {
            return line;
        }
        return member instanceof OwnMember<?> own && own.family().isUnivariate() ? own.univariate() : null;
    }

    private static Univariate number(Member<?, ?> member) {
        Univariate line = univariate(member);
        if (line == null) {
            throw new IllegalStateException(
                    member + " is no distribution on the line, though others of its family are");
        }
        return line;
    }

    /** How the family writes a number: as a draw of it is written. */
    private static DoubleFunction<Object> observer(Object draw) {
        if (draw instanceof Integer) {
            return x -> (int) x;
        }
        if (draw instanceof Long) {
            return x -> (long) x;
        }
        return x -> x;
    }

    private static List<?> compositions(Multinomial multinomial) {
        int classes = multinomial.size();
        long trials = multinomial.trials();
        double count = 1;
        for (int i = 1; i < classes; i++) {
            count *= (trials + i) / (double) i;
        }
        if (count > MOST_POINTS) {
            return List.of();
        }
        List<List<Long>> points = new ArrayList<>();
        extend(new ArrayList<>(), trials, classes, points);
        return points;
    }

    private static void extend(List<Long> head, long left, int classes, List<List<Long>> points) {
        if (head.size() == classes - 1) {
            List<Long> whole = new ArrayList<>(head);
            whole.add(left);
            points.add(List.copyOf(whole));
            return;
        }
        for (long next = 0; next <= left; next++) {
            head.add(next);
            extend(head, left - next, classes, points);
            head.remove(head.size() - 1);
        }
    }

    private static List<?> corners(BoltzmannMachine machine) {
        int units = machine.biases().size();
        if (units > 12) {
            return List.of();
        }
        List<Vec<Euclidean>> points = new ArrayList<>();
        for (int state = 0; state < 1 << units; state++) {
            int bits = state;
            points.add(Vec.generate(units, i -> (bits >> i) & 1));
        }
        return points;
    }
}
