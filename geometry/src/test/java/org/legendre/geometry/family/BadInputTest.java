package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;

/** Bad input gets a DomainException that names the value and the domain. */
class BadInputTest {
    private static final double[] NUMBERS = {
        Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, -Double.MIN_VALUE, 0, 1, 1.0000000000000002
    };

    @Test
    void everyScalarParameterOfEveryFactoryIsChecked() {
        DoublePredicate probability = x -> x >= 0 && x <= 1;
        DoublePredicate nonnegative = x -> x >= 0 && x <= Double.MAX_VALUE;
        DoublePredicate positive = x -> x > 0 && x <= Double.MAX_VALUE;
        parameter(Bernoulli::new, probability);
        parameter(Bernoulli::logOdds, Double::isFinite);
        parameter(Bernoulli.FAMILY::of, probability);
        parameter(Poisson::new, nonnegative);
        parameter(Poisson.FAMILY::of, nonnegative);
        parameter(Exponential::new, positive);
        parameter(Exponential::withRate, positive);
        parameter(Exponential::withMean, x -> positive.test(x) && positive.test(1 / x));
        parameter(Exponential.FAMILY::of, positive);
        parameter(x -> new Gamma(x, 2), positive);
        parameter(x -> new Gamma(2, x), positive);
        parameter(x -> Gamma.shapeRate(x, 2), positive);
        parameter(x -> Gamma.shapeRate(2, x), positive);
        parameter(x -> Gamma.shapeScale(x, 2), positive);
        parameter(x -> Gamma.shapeScale(2, x), positive);
        parameter(x -> Gamma.FAMILY.of(x, 2), positive);
        parameter(x -> Gamma.FAMILY.of(2, x), positive);
        parameter(x -> new Beta(x, 2), positive);
        parameter(x -> new Beta(2, x), positive);
        parameter(x -> Beta.FAMILY.of(x, 2), positive);
        parameter(x -> Beta.FAMILY.of(2, x), positive);
        parameter(x -> new Normal(x, 2), Double::isFinite);
        parameter(x -> new Normal(2, x), positive);
        parameter(x -> Normal.meanVariance(x, 2), Double::isFinite);
        parameter(x -> Normal.meanVariance(2, x), positive);
        parameter(x -> Normal.meanDeviation(x, 2), Double::isFinite);
        parameter(x -> Normal.meanDeviation(2, x), positive);
        // A sum that overflows is no parameter of a beta either.
        refuses("Infinity", () -> new Beta(Double.MAX_VALUE, Double.MAX_VALUE));
    }

    private static void parameter(DoubleFunction<?> factory, DoublePredicate legal) {
        for (double x : NUMBERS) {
            if (legal.test(x)) {
                assertNotNull(factory.apply(x));
            } else {
                refuses(Double.toString(x), () -> factory.apply(x));
            }
        }
    }

    @Test
    void everyFamilyRefusesParametersThatAreNotFiniteOrOfWrongNumber() {
        for (Families.Entry entry : Families.all()) {
            // A family that counts its parameters prints their number, the others print the list.
            refuses(List.of("categorical", "dirichlet").contains(entry.name()) ? "0" : "[]", () -> entry.of());
            for (Member<?, ?> member : SampleMembers.of(entry)) {
                double[] parameters = member.parameters();
                for (int i = 0; i < parameters.length; i++) {
                    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                        double[] wrong = parameters.clone();
                        wrong[i] = bad;
                        refuses(Double.toString(bad), () -> entry.of(wrong));
                    }
                }
                double[] longer = Arrays.copyOf(parameters, parameters.length + 1);
                refuses("", () -> member.family().of(longer));
                refuses("", () -> member.family().of(Arrays.copyOf(parameters, parameters.length - 1)));
            }
        }
        refuses("nonsense", () -> Families.named("nonsense"));
        refuses("NaN", () -> new Support(Double.NaN, 1, false));
        refuses("[2.0, 1.0]", () -> new Support(2, 1, false));
        refuses("0.5", () -> new Support(0.5, 2, true));
    }

    @Test
    void everyFamilyRefusesCoordinatesOfWrongLengthAndDataThatAreNone() {
        for (Member<?, ?> member : SampleMembers.all()) {
            wrongLengths(member);
        }
    }

    private static <T, M extends Member<T, M>> void wrongLengths(Member<T, M> member) {
        int n = member.family().dimension();
        refuses("", () -> member.family().member(Vec.zeros(n + 1)));
        refuses("", () -> member.family().atExpectation(Vec.zeros(n + 1)));
        refuses("data", () -> member.family().maximumLikelihood(List.of()));
    }

    @Test
    void coordinatesOutsideTheDomainAreDiagnosed() {
        refuses("-1.0", () -> Exponential.FAMILY.atExpectation(Vec.of(-1)));
        refuses("1.0", () -> Exponential.FAMILY.member(Vec.of(1)));
        refuses("-0.5", () -> Bernoulli.FAMILY.atExpectation(Vec.of(-0.5)));
        refuses("-0.5", () -> Poisson.FAMILY.atExpectation(Vec.of(-0.5)));
        refuses("2.0", () -> Gamma.FAMILY.member(Vec.of(1, 2)));
        refuses("mean logarithm η₁", () -> Gamma.FAMILY.atExpectation(Vec.of(0, 1)));
        refuses("not positive", () -> Gamma.FAMILY.atExpectation(Vec.of(-1, -1)));
        refuses("e^η₁", () -> Beta.FAMILY.atExpectation(Vec.of(-0.5, -0.5)));
        refuses("e^η₁", () -> Beta.FAMILY.atExpectation(Vec.of(0.1, -700)));
        for (Member<?, ?> member : List.of(new Gamma(2, 3), new Beta(2, 3))) {
            Domain domain = member.family().potential().conjugate().domain();
            assertTrue(domain.diagnose(new double[] {Double.NaN, 1}).isPresent());
            assertTrue(
                    domain.diagnose(new double[] {-1, Double.POSITIVE_INFINITY}).isPresent());
            assertTrue(domain.diagnose(new double[1]).isPresent());
            assertTrue(
                    domain.diagnose(domain.fromChart(new double[] {0.3, -0.4})).isEmpty());
        }
    }

    @Test
    void boundaryMembersHaveNoNaturalCoordinates() {
        refuses("0.0", () -> new Bernoulli(0).natural());
        refuses("1.0", () -> new Bernoulli(1).natural());
        refuses("0.0", () -> new Bernoulli(0).fisherInSource());
        refuses("0.0", () -> new Poisson(0).natural());
        refuses("0.0", () -> new Poisson(0).fisherInSource());
    }

    @Test
    void observationsOffTheSupportAreNamed() {
        refuses("2", () -> Bernoulli.FAMILY.statistic(2));
        refuses("-1", () -> Poisson.FAMILY.statistic(-1L));
        refuses("NaN", () -> Exponential.FAMILY.statistic(Double.NaN));
        refuses("0.0", () -> Gamma.FAMILY.statistic(0.0));
        refuses("1.0", () -> Beta.FAMILY.statistic(1.0));
        refuses("2", () -> Bernoulli.FAMILY.maximumLikelihood(List.of(0, 2)));
        refuses("-3", () -> Poisson.FAMILY.maximumLikelihood(List.of(1L, -3L)));
        refuses("NaN", () -> Exponential.FAMILY.maximumLikelihood(List.of(1.0, Double.NaN)));
        refuses("-2.0", () -> Gamma.FAMILY.maximumLikelihood(List.of(1.0, -2.0)));
        refuses("Infinity", () -> Gamma.FAMILY.maximumLikelihood(List.of(1.0, Double.POSITIVE_INFINITY)));
        refuses("1.5", () -> Beta.FAMILY.maximumLikelihood(List.of(0.5, 1.5)));
    }

    @Test
    void aLikelihoodWithoutMaximumSaysWhy() {
        refuses("all equal", () -> Gamma.FAMILY.maximumLikelihood(List.of(3.7, 3.7, 3.7)));
        refuses("all equal", () -> Beta.FAMILY.maximumLikelihood(List.of(0.3, 0.3)));
        refuses("all 0", () -> Exponential.FAMILY.maximumLikelihood(List.of(0.0, 0.0)));
        refuses("all equal", () -> Normal.FAMILY.maximumLikelihood(List.of(3.7, 3.7)));
    }

    @Test
    void aVectorRefusesWhatIsNotFiniteBeforeItReachesAFamily() {
        refuses("NaN", () -> Vec.<Natural>of(Double.NaN));
        refuses("Infinity", () -> Vec.<Expectation>of(1, Double.POSITIVE_INFINITY));
    }

    private static void refuses(String value, Executable call) {
        String message =
                String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(message.contains(value) && message.contains(", expected "), message);
    }
}
