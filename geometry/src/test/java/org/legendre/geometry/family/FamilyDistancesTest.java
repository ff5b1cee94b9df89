package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;

/** Skewed Jensen divergences and Fisher–Rao distances of every family of the catalogue, on {@link SampleMembers}. */
class FamilyDistancesTest {
    private static final double[] WEIGHTS = {0.5, 0.1, 0.85};

    static List<Member<?, ?>> members() {
        return SampleMembers.all();
    }

    static List<FisherRao<?>> points() {
        List<FisherRao<?>> points = new ArrayList<>();
        for (Families.Entry entry : Families.all()) {
            for (Distribution<?, ?> distribution : SampleMembers.distributions(entry)) {
                if (distribution instanceof FisherRao<?> point) {
                    points.add(point);
                }
            }
        }
        return points;
    }

    @ParameterizedTest
    @MethodSource("members")
    void theSkewedJensenDivergenceIsThatOfThePotentialAndThePriceOfTheGeometricMean(Member<?, ?> member) {
        skewed(member);
    }

    private static <T, M extends Member<T, M>> void skewed(Member<T, M> member) {
        ExponentialFamily<T, M> family = member.family();
        Legendre<Natural, Expectation> psi = family.potential();
        M p = family.of(member.parameters());
        assertEquals(0, p.skewedJensen(p, 0.3));
        for (Member<?, ?> other : SampleMembers.of(Families.named(family.name()))) {
            if (other.parameters().length != member.parameters().length || other.equals(p)) {
                continue;
            }
            M q = family.of(other.parameters());
            Vec<Natural> theta = p.natural();
            Vec<Natural> step = theta.minus(q.natural());
            for (double alpha : WEIGHTS) {
                double actual = p.skewedJensen(q, alpha);
                String what = p + " and " + q + " at α = " + alpha;
                assertTrue(actual > 0 && actual < Double.POSITIVE_INFINITY, what);
                M mean = family.member(q.natural().plus(step.times(alpha)));
                // −log ∫ p^α q^(1−α) = min over m of α KL(m‖p) + (1−α) KL(m‖q), so a rounding of m does not matter.
                double price = alpha * mean.klTo(p) + (1 - alpha) * mean.klTo(q);
                assertEquals(price, actual, 1e-11 * price, what);
                assertEquals(psi.skewedJensen(theta, q.natural(), alpha), actual, 1e-10 * price, what);
                assertEquals(actual, q.skewedJensen(p, 1 - alpha), 1e-13 * actual, what);
                if (member instanceof Univariate line && other instanceof Univariate second) {
                    double affinity = LineIntegral.of(
                            line,
                            second,
                            x -> Math.exp(alpha * line.logDensityAt(x) + (1 - alpha) * second.logDensityAt(x)));
                    assertEquals(affinity, Math.exp(-actual), 1e-8, what);
                }
            }
            double kl = p.klTo(q);
            double reverse = q.klTo(p);
            assertEquals(kl, p.skewedJensen(q, 1 - 0x1p-40) / 0x1p-40, 1e-9 * (1 + kl + reverse) * kl);
            assertEquals(reverse, p.skewedJensen(q, 0x1p-40) / 0x1p-40, 1e-9 * (1 + kl + reverse) * reverse);
            // A little beyond the segment it is negative, and as smooth: J is twice differentiable in α.
            assertEquals(-kl, p.skewedJensen(q, 1 + 0x1p-40) / 0x1p-40, 1e-9 * (1 + kl + reverse) * kl);
            assertEquals(0, p.skewedJensen(q, 1));
            assertEquals(0, p.skewedJensen(q, 0));
        }
    }

    @ParameterizedTest
    @MethodSource("points")
    void theFisherRaoDistanceIsAMetricThatMeasuresKullbackLeiblerUpClose(FisherRao<?> point) {
        distances(point);
    }

    private static <M extends FisherRao<M>> void distances(FisherRao<M> point) {
        Distribution<?, ?> p = (Distribution<?, ?>) point;
        assertEquals(0, Families.fisherRao(point, point));
        List<FisherRao<?>> kin = points().stream()
                .filter(other -> other.getClass() == point.getClass()
                        && ((Parametric) other).parameters().length == ((Parametric) point).parameters().length)
                .toList();
        for (FisherRao<?> q : kin) {
            double direct = Families.fisherRao(point, q);
            assertEquals(direct, Families.fisherRao(q, point), 1e-14 * direct);
            assertEquals(q.equals(point), direct == 0);
            for (FisherRao<?> r : kin) {
                double detour = Families.fisherRao(point, r) + Families.fisherRao(r, q);
                assertTrue(direct <= detour * (1 + 1e-13), () -> point + " – " + r + " – " + q);
            }
            Distribution<?, ?> near = between((Parametric) point, (Parametric) q, 1e-9);
            double distance = Families.fisherRao(point, (FisherRao<?>) near);
            double kl = Families.kl(p, near);
            assertEquals(2 * kl, distance * distance, 1e-5 * kl, point + " towards " + q);
        }
    }

    /** A point a little way from p towards q; the parameters of every family with this distance form a convex set. */
    private static Distribution<?, ?> between(Parametric p, Parametric q, double t) {
        double[] a = p.parameters();
        double[] b = q.parameters();
        for (int i = 0; i < a.length; i++) {
            a[i] += t * (b[i] - a[i]);
        }
        return entry(p).of(a);
    }

    private static Families.Entry entry(Parametric p) {
        return Families.all().stream()
                .filter(entry -> SampleMembers.distributions(entry).stream().anyMatch(p::equals))
                .findFirst()
                .orElseThrow();
    }
}
