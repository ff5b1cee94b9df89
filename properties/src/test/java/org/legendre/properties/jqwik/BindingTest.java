package org.legendre.properties.jqwik;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import org.legendre.geometry.Domain;
import org.legendre.properties.FamilySubject;
import org.legendre.properties.Laws;
import org.legendre.properties.Sample;
import org.legendre.properties.Sample.Spread;

class BindingTest {
    @Example
    void everyLawIsAPropertyOfTheContract() {
        long properties = Arrays.stream(FamilyContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(net.jqwik.api.Property.class))
                .count();
        // The two laws about symmetry, of which a family gets one, share a property.
        assertEquals(Laws.all().size() - 1, properties);
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
        AssertionError failure =
                assertThrows(AssertionError.class, () -> contract.hold(Laws.named("nonnegative"), sample));
        String message = String.valueOf(failure.getMessage());
        assertTrue(
                message.contains("Sample.of(new double[] {0.0}, new double[] {1.0}, new double[] {0.0})")
                        || message.contains("new double[] {0.1}"),
                message);
    }

    @Example
    void noPropertyLeavesShrinkingToTheEngine() {
        assertTrue(Arrays.stream(FamilyContract.class.getMethods())
                .map(method -> method.getAnnotation(net.jqwik.api.Property.class))
                .filter(java.util.Objects::nonNull)
                .allMatch(property -> property.shrinking() == net.jqwik.api.ShrinkingMode.OFF));
    }
}
