package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;

/** Products, independent repetitions and subfamilies keep the contract of a family, and are what their parts say. */
class CombinedFamiliesTest {
    private static final AffineFamily<Double, Normal> KNOWN_VARIANCE =
            AffineFamily.of(Normal.FAMILY, new double[][] {{1}, {0}}, Vec.of(0, -0.25));
    /** Gamma distributions of mean 2. */
    private static final AffineFamily<Double, Gamma> MEAN_TWO =
            AffineFamily.of(Gamma.FAMILY, new double[][] {{2}, {-1}}, Vec.of(0, 0), Vec.of(1));

    private static final AffineFamily<Integer, Categorical> TILTED =
            AffineFamily.of(Categorical.family(4), new double[][] {{1, 0}, {2, 1}, {3, -1}}, Vec.of(0.5, 0, -1));

    static List<Member<?, ?>> members() {
        return List.of(
                new Product<>(new Gamma(2.5, 0.7), new Bernoulli(0.3)),
                new Product<>(new Product<>(new Normal(1.5, 0.3), new Poisson(6.5)), Categorical.of(0.2, 0.5, 0.3)),
                new Independent<>(List.of(new Bernoulli(0.2), new Bernoulli(0.7), new Bernoulli(0.5))),
                new Independent<>(List.of(new Gamma(2.5, 0.7), new Gamma(0.6, 2))),
                new Iid<>(new Gamma(2.5, 0.7), 3),
                new Iid<>(new Normal(1.5, 0.3), 4),
                new Product<>(new Iid<>(new Poisson(0.7), 2), new Exponential(0.2)),
                KNOWN_VARIANCE.of(0.75),
                MEAN_TWO.of(1.7),
                TILTED.of(0.3, -0.6));
    }

    @ParameterizedTest
    @MethodSource("members")
    void coordinatesGoThereAndBack(Member<?, ?> member) {
        FamilyContractTest.roundTrips(member);
    }

    @ParameterizedTest
    @MethodSource("members")
    void theFisherMetricIsTheHessian(Member<?, ?> member) {
        FamilyContractTest.metrics(member);
        structure(member);
    }

    /** The member's own Fisher metric against that of its potential, with all that a structured matrix can do. */
    private static <T, M extends Member<T, M>> void structure(Member<T, M> member) {
        var own = member.fisher();
        var generic = member.family().potential().metric(member.natural());
        int n = own.size();
        Vec<Natural> v = Vec.generate(n, i -> 1 + 0.3 * i);
        Vec<Expectation> g = own.lower(v);
        assertArrayEquals(
                generic.lower(v).toArray(),
                g.toArray(),
                1e-12 * generic.lower(v).stream().map(Math::abs).sum());
        assertArrayEquals(v.toArray(), own.raise(g).toArray(), 1e-10);
        assertEquals(g.dot(v), own.squaredNorm(v), 1e-13 * g.dot(v));
        assertEquals(g.dot(v), own.squaredDualNorm(g), 1e-11 * g.dot(v));
        assertEquals(generic.logDeterminant(), own.logDeterminant(), 1e-11 * (1 + Math.abs(generic.logDeterminant())));
    }

    @ParameterizedTest
    @MethodSource("members")
    void densitiesDrawsAndFitsAgree(Member<?, ?> member) {
        FamilyContractTest.sampleDensities(member);
        FamilyContractTest.moments(member);
        FamilyContractTest.fit(member);
    }

    @ParameterizedTest
    @MethodSource("members")
    void divergencesAreThoseOfThePotential(Member<?, ?> member) {
        divergences(member);
    }

    private static <T, M extends Member<T, M>> void divergences(Member<T, M> member) {
        Legendre<Natural, Expectation> psi = member.family().potential();
        M p = member.family().member(member.natural());
        Vec<Natural> nearby = member.natural().times(1.2);
        M q = member.family().member(nearby);
        double kl = psi.bregman(nearby, member.natural());
        assertEquals(kl, p.klTo(q), 1e-11 * kl);
        assertEquals(p.entropy() + kl, p.crossEntropyTo(q), 1e-11 * (Math.abs(p.entropy()) + kl));
        double jensen = psi.skewedJensen(member.natural(), nearby, 0.3);
        assertEquals(jensen, p.skewedJensen(q, 0.3), 1e-11 * jensen);
        assertEquals(0, p.klTo(p));
        assertEquals(member.family(), q.family());
        assertNotEquals(p, q);
        assertEquals(p, member.family().member(member.natural()));
        assertEquals(p.hashCode(), member.family().member(member.natural()).hashCode());
    }

    @Test
    void productsAddUpAndRepetitionsMultiply() {
        Gamma gamma = new Gamma(2.5, 0.7);
        Gamma other = new Gamma(3, 1);
        Bernoulli coin = new Bernoulli(0.3);
        Product<Double, Gamma, Integer, Bernoulli> p = new Product<>(gamma, coin);
        Product<Double, Gamma, Integer, Bernoulli> q = new Product<>(other, new Bernoulli(0.9));
        assertEquals(gamma.klTo(other) + coin.klTo(new Bernoulli(0.9)), p.klTo(q));
        assertEquals(gamma.logDensity(1.5) + Math.log(0.3), p.logDensity(new Pair<>(1.5, 1)));
        // No correlation between the blocks, not even by rounding.
        double[] row = p.fisher().toMatrix()[2];
        assertEquals(0, row[0]);
        assertEquals(0, row[1]);
        assertEquals(0.3 * 0.7, row[2], 1e-16);
        assertEquals(Double.POSITIVE_INFINITY, p.klTo(new Product<>(gamma, new Bernoulli(0))));
        Iid<Double, Gamma> five = Gamma.FAMILY.iid(5).of(2.5, 0.7);
        assertEquals(5 * gamma.klTo(other), five.klTo(new Iid<>(other, 5)));
        assertEquals(Vec.of(3.0), Poisson.FAMILY.iid(3).statistic(List.of(0L, 2L, 1L)));
        // The likelihood of a sample of five, five times over.
        Poisson fitted = Poisson.FAMILY
                .iid(3)
                .maximumLikelihood(List.of(List.of(0L, 2L, 1L), List.of(4L, 0L, 5L)))
                .each();
        assertEquals(2, fitted.rate(), 1e-15);
    }

    @Test
    void boundaryMembersAreLegalInProducts() {
        Product<Integer, Bernoulli, Long, Poisson> p = new Product<>(new Bernoulli(0), new Poisson(2));
        assertEquals(-Math.log1p(-0.5) + 0, p.klTo(new Product<>(new Bernoulli(0.5), new Poisson(2))), 1e-16);
        assertThrows(DomainException.class, p::natural);
        assertEquals(p, p.family().atExpectation(Vec.of(0, 2)));
        assertEquals(
                new Pair<>(0, 3L).first(), p.sample(new SplittableRandom(1)).first());
    }

    @Test
    void normalsOfKnownVarianceAreAFlatSubfamily() {
        AffineMember<Double, Normal> p = KNOWN_VARIANCE.of(0.75);
        assertEquals(new Normal(1.5, 2), p.parent());
        AffineMember<Double, Normal> q = KNOWN_VARIANCE.of(-1);
        assertEquals(3.5 * 3.5 / 4, p.klTo(q), 1e-15);
        assertEquals(2, p.fisher().toMatrix()[0][0], 1e-15);
        assertEquals(1.5, p.expectation().get(0));
        assertEquals(
                2.25,
                KNOWN_VARIANCE.maximumLikelihood(List.of(2.0, 2.5)).parent().mean(),
                1e-12);
    }

    @Test
    void theChartOfASectionReachesItsBoundaryOnly() {
        Domain section = MEAN_TWO.potential().domain();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            double u = 50 * random.nextGaussian();
            double[] x = section.fromChart(new double[] {u});
            assertTrue(x[0] > 0);
            assertEquals(u, section.toChart(x)[0], 1e-10 * (1 + u * u));
        }
        assertTrue(section.diagnose(new double[] {-1}).isPresent());
        assertTrue(section.fromChart(new double[] {1e6})[0] > 1e5);
        assertTrue(section.fromChart(new double[] {-1e6})[0] < 1e-5);
        assertArrayEquals(new double[] {1}, section.fromChart(new double[] {0}));
    }

    @Test
    void aCurvedFamilyHasTheMetricOfItsEmbeddingAndNoMore() {
        // N(λ, λ²): the information is 3/λ² (Efron 1975).
        CurvedFamily<Double, Normal> curve =
                CurvedFamily.of(Normal.FAMILY, Domain.positive(1), l -> new DerivativeStructure[] {
                    l[0].reciprocal(), l[0].multiply(l[0]).reciprocal().multiply(-0.5)
                });
        CurvedMember<Double, Normal> p = curve.of(2);
        assertEquals(2, p.parent().mean(), 1e-15);
        assertEquals(4, p.parent().variance(), 1e-15);
        assertEquals(0.75, p.fisherInSource().toMatrix()[0][0], 1e-14);
        CurvedMember<Double, Normal> q = curve.of(2.0001);
        assertEquals(new Normal(2, 4).klTo(new Normal(2.0001, 2.0001 * 2.0001)), p.klTo(q), 1e-15);
        assertEquals(0.75 * 1e-8 / 2, p.klTo(q), 1e-4 * 0.75e-8 / 2);
        assertEquals(p.entropy(), p.parent().entropy());
        assertEquals(p, curve.of(2));
        assertEquals(p.parent().logDensity(1.0), p.logDensity(1.0));
        assertThrows(DomainException.class, () -> curve.of(-1));
        assertThrows(DomainException.class, () -> curve.of(1, 2));
        CurvedFamily<Double, Normal> wrong = CurvedFamily.of(Normal.FAMILY, Domain.positive(1), l -> l);
        assertThrows(DomainException.class, () -> wrong.of(1));
        CurvedFamily<Double, Normal> flat = CurvedFamily.of(Normal.FAMILY, Domain.reals(2), l ->
                new DerivativeStructure[] {l[0].add(l[1]), l[0].add(l[1]).exp().negate()});
        assertThrows(DomainException.class, () -> flat.of(0, 0).fisherInSource().logDeterminant());
        assertThrows(DomainException.class, () -> p.klTo(flat.of(0, 0)));
    }

    @Test
    void badInputIsRefused() {
        assertThrows(DomainException.class, () -> Poisson.FAMILY.iid(0));
        assertThrows(DomainException.class, () -> new Independent<>(List.<Poisson>of()));
        assertThrows(
                DomainException.class,
                () -> new Independent<>(List.of(Categorical.of(0.5, 0.5), Categorical.of(0.2, 0.2, 0.6))));
        Iid<Long, Poisson> two = new Iid<>(new Poisson(1), 2);
        assertThrows(DomainException.class, () -> two.logDensity(List.of(1L)));
        assertThrows(DomainException.class, () -> two.klTo(new Iid<>(new Poisson(1), 3)));
        assertThrows(DomainException.class, () -> two.family().of(1, 2));
        Independent<Long, Poisson> pair = new Independent<>(List.of(new Poisson(1), new Poisson(2)));
        assertThrows(DomainException.class, () -> pair.klTo(new Independent<>(List.of(new Poisson(1)))));
        assertThrows(DomainException.class, () -> pair.family().of(1, 2, 3));
        assertThrows(DomainException.class, () -> pair.family().member(Vec.of(1)));
        ProductFamily<Integer, Bernoulli, Long, Poisson> product =
                new ProductFamily<>(Bernoulli.FAMILY, Poisson.FAMILY);
        assertThrows(DomainException.class, () -> product.of(0.5));
        assertThrows(DomainException.class, () -> product.of(0.5, -1));
        assertThrows(DomainException.class, () -> product.atExpectation(Vec.of(0.5, 1, 1)));
        assertThrows(DomainException.class, () -> product.statistic(new Pair<>(2, 1L)));
        assertThrows(
                DomainException.class,
                () -> AffineFamily.of(Normal.FAMILY, new double[][] {{1, 2}, {2, 4}}, Vec.of(0, -1)));
        assertThrows(DomainException.class, () -> AffineFamily.of(Normal.FAMILY, new double[][] {{1}}, Vec.of(0, -1)));
        assertThrows(
                DomainException.class, () -> AffineFamily.of(Normal.FAMILY, new double[][] {{1}, {0}}, Vec.of(0, 0)));
        assertThrows(DomainException.class, () -> AffineFamily.of(Normal.FAMILY, new double[0][], Vec.of(0, -1)));
        assertThrows(DomainException.class, () -> MEAN_TWO.of(-1));
        assertThrows(
                DomainException.class,
                () -> KNOWN_VARIANCE
                        .of(1)
                        .klTo(AffineFamily.of(Normal.FAMILY, new double[][] {{1}, {0}}, Vec.of(0, -0.25))
                                .of(1)));
    }

    @Test
    void symmetryAndLengthsAreThoseOfAllParts() {
        ExponentialFamily<Double, NormalKnownVariance> symmetric = NormalKnownVariance.family(2);
        assertTrue(new ProductFamily<>(symmetric, symmetric).symmetric());
        assertFalse(new ProductFamily<>(symmetric, Poisson.FAMILY).symmetric());
        assertFalse(new ProductFamily<>(Poisson.FAMILY, symmetric).symmetric());
        List<List<Long>> ragged = List.of(List.of(1L, 2L), List.of(3L, 4L, 5L), List.of(6L, 7L));
        assertThrows(DomainException.class, () -> Poisson.FAMILY.iid(2).maximumLikelihood(ragged));
        assertThrows(DomainException.class, () -> new IndependentFamily<>(Poisson.FAMILY, 2).maximumLikelihood(ragged));
        Independent<Long, Poisson> one = new Independent<>(List.of(new Poisson(1)));
        Independent<Long, Poisson> two = new Independent<>(List.of(new Poisson(1), new Poisson(2)));
        assertThrows(DomainException.class, () -> one.klTo(two));
        assertThrows(DomainException.class, () -> two.skewedJensen(one, 0.5));
    }
}
