package org.legendre.properties.jqwik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.legendre.geometry.Domain;
import org.legendre.geometry.divergence.FDivergence;
import org.legendre.geometry.family.Normal;
import org.legendre.properties.AcceleratedSubject;
import org.legendre.properties.CertificateSubject;
import org.legendre.properties.CompositeSubject;
import org.legendre.properties.CostSubject;
import org.legendre.properties.CurveSubject;
import org.legendre.properties.EntropySubject;
import org.legendre.properties.FamilySubject;
import org.legendre.properties.FiniteDivergenceSubject;
import org.legendre.properties.FiniteDivergenceSubject.Finiteness;
import org.legendre.properties.InformationSubject;
import org.legendre.properties.Law;
import org.legendre.properties.Laws;
import org.legendre.properties.LearnerSubject;
import org.legendre.properties.MethodSubject;
import org.legendre.properties.ModelSubject;
import org.legendre.properties.OrderingSubject;
import org.legendre.properties.ProjectionSubject;
import org.legendre.properties.Sample;
import org.legendre.properties.Sample.Spread;
import org.legendre.properties.SchemeSubject;
import org.legendre.properties.SegmentSubject;
import org.legendre.properties.StochasticSubject;

class BindingTest {
    /** Notes the laws that the properties of a contract name. */
    private interface Recorder extends Contract {
        Set<String> NAMED = new TreeSet<>();

        @Override
        default void hold(String law, Sample sample) {
            NAMED.add(law);
        }

        @Override
        default void check(String law) {
            NAMED.add(law);
        }
    }

    private static final class OfFamilies implements FamilyContract, Recorder {
        @Override
        public FamilySubject subject() {
            return FamilySubject.of(Normal.FAMILY);
        }
    }

    private static final class OfMethods implements MethodContract, Recorder {
        @Override
        public MethodSubject subject() {
            return MethodSubject.euclidean("gradient descent", 2);
        }
    }

    private static final class OfLearners implements LearnerContract, Recorder {
        @Override
        public LearnerSubject subject() {
            return LearnerSubject.hedge(2);
        }
    }

    private static final class OfFinite implements FiniteDivergenceContract, Recorder {
        @Override
        public FiniteDivergenceSubject subject() {
            return FiniteDivergenceSubject.of(FDivergence.KL, Finiteness.FIRST_IN_SECOND);
        }
    }

    private static final class OfOrderings implements OrderingContract, Recorder {
        @Override
        public OrderingSubject subject() {
            return OrderingSubject.shipped();
        }
    }

    private static final class OfInformation implements InformationContract, Recorder {
        @Override
        public InformationSubject subject() {
            return InformationSubject.shipped();
        }
    }

    private static final class OfProjections implements ProjectionContract, Recorder {
        @Override
        public ProjectionSubject subject() {
            return ProjectionSubject.shipped();
        }
    }

    private static final class OfEntropies implements EntropyContract, Recorder {
        @Override
        public EntropySubject subject() {
            return EntropySubject.shipped();
        }
    }

    private static final class OfCosts implements CostContract, Recorder {
        @Override
        public CostSubject subject() {
            return CostSubject.shipped();
        }
    }

    private static final class OfSchemes implements SchemeContract, Recorder {
        @Override
        public SchemeSubject subject() {
            return ShippedSchemeTest.lazy();
        }
    }

    private static final class OfAccelerated implements AcceleratedContract, Recorder {
        @Override
        public AcceleratedSubject subject() {
            throw new UnsupportedOperationException("no law is examined");
        }
    }

    private static final class OfComposite implements CompositeContract, Recorder {
        @Override
        public CompositeSubject subject() {
            throw new UnsupportedOperationException("no law is examined");
        }
    }

    private static final class OfSegment implements SegmentContract, Recorder {
        @Override
        public SegmentSubject subject() {
            throw new UnsupportedOperationException("no law is examined");
        }
    }

    private static final class OfStochastic implements StochasticContract, Recorder {
        @Override
        public StochasticSubject subject() {
            throw new UnsupportedOperationException("no law is examined");
        }
    }

    private static final class OfCurve implements CurveContract, Recorder {
        @Override
        public CurveSubject subject() {
            throw new UnsupportedOperationException("no law is examined");
        }
    }

    private static final class OfModels implements ModelContract, Recorder {
        @Override
        public ModelSubject subject() {
            return ShippedModelTest.logistic();
        }
    }

    private static final class OfCertificates implements CertificateContract, Recorder {
        @Override
        public CertificateSubject subject() {
            throw new UnsupportedOperationException("no law is examined");
        }
    }

    private static List<Contract> contracts() {
        return List.of(
                new OfFamilies(),
                new OfFinite(),
                new OfOrderings(),
                new OfInformation(),
                new OfProjections(),
                new OfEntropies(),
                new OfCosts(),
                new OfMethods(),
                new OfLearners(),
                new OfSchemes(),
                new OfAccelerated(),
                new OfCertificates(),
                new OfModels(),
                new OfCurve(),
                new OfStochastic(),
                new OfSegment(),
                new OfComposite());
    }

    @Example
    void everyLawIsAPropertyOfAContract() throws ReflectiveOperationException {
        Sample sample = Sample.of(new double[2], new double[2], new double[2]);
        for (Contract contract : contracts()) {
            for (Method method : contract.getClass().getMethods()) {
                if (method.isAnnotationPresent(Property.class)) {
                    method.invoke(contract, method.getParameterCount() == 0 ? new Object[0] : new Object[] {sample});
                }
            }
        }
        Set<String> ids = Laws.all().stream().map(Law::id).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(ids, Recorder.NAMED);
    }

    private static final Map<String, List<Spread>> SPREADS = Map.of(
            "moderatePairs", List.of(Spread.MODERATE),
            "pairs", List.of(Spread.MODERATE, Spread.WIDE),
            "pairsToTheEdge", List.of(Spread.MODERATE, Spread.WIDE, Spread.EXTREME),
            "nearPairsToTheEdge", List.of(Spread.MODERATE, Spread.NEAR, Spread.EXTREME),
            "allPairs", List.of(Spread.values()));

    @Example
    void aPropertyDrawsTheSamplesOfItsLawWithTheirEdgeCases() throws ReflectiveOperationException {
        Sample sample = Sample.of(new double[2], new double[2], new double[2]);
        int checked = 0;
        for (Contract contract : contracts()) {
            for (Method method : contract.getClass().getMethods()) {
                if (!method.isAnnotationPresent(Property.class) || method.getParameterCount() == 0) {
                    continue;
                }
                Recorder.NAMED.clear();
                method.invoke(contract, sample);
                String id = Recorder.NAMED.iterator().next();
                Law<?> law = Laws.all().stream()
                        .filter(candidate -> candidate.id().equals(id))
                        .findFirst()
                        .orElseThrow();
                String provider =
                        method.getParameters()[0].getAnnotation(ForAll.class).value();
                assertEquals(law.spreads(), SPREADS.get(provider), id);
                assertEquals(
                        EdgeCasesMode.FIRST,
                        method.getAnnotation(Property.class).edgeCases(),
                        id);
                checked++;
            }
        }
        assertTrue(checked > 50);
    }

    @Example
    void edgeCasesReachTheEndsOfBinary64() {
        List<Sample> edges = Samples.of(Domain.reals(3), List.of(Spread.values())).edgeCases().suppliers().stream()
                .map(supplier -> supplier.get().value())
                .toList();
        for (double reach : new double[] {0, 20, -230, 1e-100, 1e100}) {
            for (int i = 0; i < 3; i++) {
                int coordinate = i;
                assertTrue(
                        edges.stream().anyMatch(sample -> sample.point()[coordinate] == reach),
                        () -> "no edge case has " + reach + " at " + coordinate);
            }
        }
        assertTrue(edges.stream().anyMatch(sample -> sample.displacement()[0] == 1e-12));
    }

    @Example
    void seedsDependOnClassAndMethodAndAreStable() {
        long seed = SeedHook.seed(BindingTest.class, "method");
        assertEquals(seed, SeedHook.seed(BindingTest.class, "method"));
        assertNotEquals(seed, SeedHook.seed(BindingTest.class, "another"));
        assertNotEquals(seed, SeedHook.seed(OwnFamilyTest.class, "method"));
    }

    @Example
    void chartCoordinatesHaveManyDigitsAndSpread() {
        Arbitrary<Sample> samples = Samples.of(Domain.reals(1), List.of(Spread.MODERATE));
        long tiny = samples.sampleStream()
                .limit(1000)
                .filter(sample -> Math.abs(sample.point()[0]) < 0.01)
                .count();
        long twoDecimals = samples.sampleStream()
                .limit(1000)
                .filter(sample -> Math.rint(100 * sample.point()[0]) == 100 * sample.point()[0])
                .count();
        assertTrue(tiny < 100, () -> tiny + " of 1000 coordinates pile up at 0");
        assertTrue(twoDecimals < 100, () -> twoDecimals + " of 1000 coordinates have two decimals");
    }

    @Example
    void pointsAreInTheirDomain() {
        Domain domain = Domain.product(Domain.positive(1), Domain.negative(1));
        assertTrue(Samples.points(domain).sampleStream().limit(200).allMatch(domain::contains));
    }

    @Example
    void aFailureShowsAShrunkSampleOfFewDigits() {
        FamilySubject right = new OwnFamilyTest().subject();
        FamilyContract contract = () -> right.withKl((p, q) -> -right.kl(p, q));
        Sample sample = Sample.of(new double[] {0.123456789}, new double[] {1.23456789}, new double[] {0.5});
        AssertionError failure = assertThrows(AssertionError.class, () -> contract.hold("nonnegative", sample));
        String message = String.valueOf(failure.getMessage());
        assertTrue(
                message.contains("Sample.of(new double[] {0.0}, new double[] {1.0}, new double[] {0.0})")
                        || message.contains("new double[] {0.1}"),
                message);
    }

    @Example
    void noPropertyLeavesShrinkingToTheEngine() {
        assertTrue(Arrays.stream(FamilyContract.class.getMethods())
                .map(method -> method.getAnnotation(Property.class))
                .filter(java.util.Objects::nonNull)
                .allMatch(property -> property.shrinking() == net.jqwik.api.ShrinkingMode.OFF));
    }
}
