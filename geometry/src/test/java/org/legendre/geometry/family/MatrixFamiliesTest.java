package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/** What the families of vectors and matrices compute in their own parameters agrees with what their potentials say. */
class MatrixFamiliesTest {
    private static final List<String> NAMES = List.of(
            "multivariate-normal-known-covariance",
            "multivariate-normal-known-mean",
            "diagonal-normal",
            "isotropic-normal",
            "wishart",
            "inverse-wishart",
            "normal-gamma",
            "normal-inverse-wishart",
            "matrix-normal",
            "boltzmann-machine");

    static List<Member<?, ?>> members() {
        List<Member<?, ?>> members = new ArrayList<>();
        NAMES.forEach(name -> members.addAll(SampleMembers.of(Families.named(name))));
        return members;
    }

    @ParameterizedTest
    @MethodSource("members")
    void skewedJensenDivergencesAreThoseOfThePotential(Member<?, ?> member) {
        skewed(member);
    }

    private static <T, M extends Member<T, M>> void skewed(Member<T, M> p) {
        ExponentialFamily<T, M> family = p.family();
        for (Member<?, ?> other : SampleMembers.of(Families.named(family.name()))) {
            M q = family.of(other.parameters());
            for (double alpha : new double[] {0.5, 0.1, 1e-6, 1 - 0x1p-20, 1.05, -0.1, 0, 1, 30}) {
                double expected = family.potential().skewedJensen(p.natural(), q.natural(), alpha);
                double actual = p.skewedJensen(q, alpha);
                if (Double.isInfinite(expected)) {
                    assertEquals(expected, actual);
                } else {
                    assertEquals(expected, actual, 3e-12 * Math.abs(expected), () -> p + " and " + q + " at " + alpha);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void nearEqualMembersKeepFullRelativeAccuracy(Member<?, ?> member) {
        near(member);
    }

    private static <T, M extends Member<T, M>> void near(Member<T, M> p) {
        // The source moves by steps of powers of two; KL is half the squared length of the step to relative order of
        // the step.
        ExponentialFamily<T, M> family = p.family();
        int n = p.source().size();
        Vec<Source> step =
                Vec.generate(n, i -> (i % 3 - 0.75) * 0x1p-26 * p.source().get(i));
        M q = family.member(family.source().forward(p.source().plus(step)));
        Vec<Source> exact = q.source().minus(p.source());
        double expected = 0.5 * p.fisherInSource().squaredNorm(exact);
        assertEquals(expected, p.klTo(q), 3e-6 * expected);
        assertEquals(expected / 4, p.skewedJensen(q, 0.5), 3e-6 * expected);
    }

    @ParameterizedTest
    @MethodSource("members")
    void structuredMetricsAreTheirMatrices(Member<?, ?> member) {
        structure(member.fisher());
        structure(member.fisherInSource());
        structure(member.fisherInExpectation());
    }

    private static <X extends Coordinates<Y>, Y extends Coordinates<X>> void structure(Metric<X, Y> metric) {
        int n = metric.size();
        Hessian dense = Hessian.dense(PositiveDefinite.of(metric.toMatrix()));
        Vec<X> v = Vec.generate(n, i -> Math.cos(1.7 * i));
        Vec<Y> g = Vec.generate(n, i -> Math.sin(2.3 * i + 1));
        double[] lowered = new double[n];
        double[] raised = new double[n];
        dense.multiply(v.toArray(), lowered);
        dense.solve(g.toArray(), raised);
        close(lowered, metric.lower(v).toArray());
        close(raised, metric.raise(g).toArray());
        close(new double[] {dense.quadratic(v.toArray())}, new double[] {metric.squaredNorm(v)});
        close(new double[] {dense.inverseQuadratic(g.toArray())}, new double[] {metric.squaredDualNorm(g)});
        assertEquals(dense.logDeterminant(), metric.logDeterminant(), 1e-10);
    }

    private static void close(double[] expected, double[] actual) {
        double scale = 0;
        for (double x : expected) {
            scale = Math.max(scale, Math.abs(x));
        }
        assertArrayEquals(expected, actual, 1e-11 * scale);
    }

    @Test
    void theNormalGammaIsTheNormalInverseWishartInOneDimension() {
        NormalGamma p = new NormalGamma(0.5, 2, 3, 0.7);
        NormalInverseWishart matrix = new NormalInverseWishart(Vec.of(0.5), 2, 6, PositiveDefinite.diagonal(1.4));
        assertArrayEquals(matrix.natural().toArray(), p.natural().toArray(), 1e-15);
        Normal x = new Normal(0.3, 0.8);
        MultivariateNormal vector = new MultivariateNormal(Vec.of(0.3), PositiveDefinite.diagonal(0.8));
        // Densities per precision and per variance differ by dτ/dσ² = σ⁻⁴.
        assertEquals(matrix.logDensity(vector), p.logDensity(x) - 2 * Math.log(0.8), 1e-14);
        NormalGamma q = new NormalGamma(-1, 0.4, 1.5, 2);
        NormalInverseWishart other = new NormalInverseWishart(Vec.of(-1), 0.4, 3, PositiveDefinite.diagonal(4));
        assertEquals(matrix.klTo(other), p.klTo(q), 1e-14);
        assertEquals(matrix.entropy(), p.entropy() - 2 * p.expectation().get(0), 1e-14);
    }

    @Test
    void conjugatePriorsRefuseDataWithoutAMaximumAndBadParameters() {
        Normal a = new Normal(1, 2);
        Normal b = new Normal(3, 2);
        Normal c = new Normal(1, 4);
        assertReason("all equal", () -> NormalGamma.FAMILY.maximumLikelihood(List.of(a, b)));
        assertReason("means are not all equal", () -> NormalGamma.FAMILY.maximumLikelihood(List.of(a, c)));
        MultivariateNormal x = MultivariateNormal.of(2, 0, 0, 1, 0, 0, 1);
        MultivariateNormal y = MultivariateNormal.of(2, 0, 0, 2, 0, 0, 1);
        MultivariateNormal z = MultivariateNormal.of(2, 1, 0, 1, 0, 0, 1);
        ExponentialFamily<MultivariateNormal, NormalInverseWishart> family = NormalInverseWishart.family(2);
        assertReason("means are not all equal", () -> family.maximumLikelihood(List.of(x, y)));
        assertReason("covariances are not all equal", () -> family.maximumLikelihood(List.of(x, z)));
        assertReason("at least one", () -> family.maximumLikelihood(List.of()));
        assertReason("dimension 2", () -> family.statistic(MultivariateNormal.standard(3)));
        assertReason("> 0", () -> new NormalGamma(0, 0, 1, 1));
        assertReason("> 0", () -> new NormalInverseWishart(Vec.of(0), -1, 3, PositiveDefinite.identity(1)));
        assertReason("length", () -> new NormalInverseWishart(Vec.of(0), 1, 3, PositiveDefinite.identity(2)));
        assertReason("> 1", () -> new NormalInverseWishart(Vec.of(0, 0), 1, 1, PositiveDefinite.identity(2)));
        assertReason("dimension", () -> NormalInverseWishart.of());
        assertReason("length", () -> NormalInverseWishart.of(2, 1));
        assertReason("not negative", () -> NormalGamma.FAMILY.member(Vec.of(1, -1, 0, 0.5)));
        assertReason("rate", () -> NormalGamma.FAMILY.member(Vec.of(1, -1, 4, -0.5)));
        assertReason("last entry", () -> NormalGamma.FAMILY.atExpectation(Vec.of(-1, 1, 2, 4)));
    }

    private static void assertReason(String part, Runnable call) {
        DomainException refused = assertThrows(DomainException.class, call::run);
        assertTrue(String.valueOf(refused.getMessage()).contains(part), refused::getMessage);
    }
}
