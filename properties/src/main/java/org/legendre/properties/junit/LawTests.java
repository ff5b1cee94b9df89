package org.legendre.properties.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.legendre.properties.Laws;
import org.legendre.properties.Subject;

/**
 * Every law that makes a claim about a subject, as a dynamic test. A test class has one method to write:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> myFamilyObeysTheLaws() {
 *     return LawTests.of(FamilySubject.of(MyFamily.FAMILY), 42, 200);
 * }
 * }</pre>
 */
public final class LawTests {
    private LawTests() {}

    /**
     * The tests, one a law.
     *
     * @param subject what is held to the laws
     * @param seed the seed; the same seed gives the same verdicts
     * @param samples how many samples each law examines, at least 10
     * @return the tests; one that fails shows the shrunk counterexample and a line of Java that replays it
     */
    public static Stream<DynamicTest> of(Subject subject, long seed, int samples) {
        return Laws.of(subject).stream()
                .map(claim -> DynamicTest.dynamicTest(
                        claim.toString(), () -> claim.check(seed, samples).requireHeld()));
    }
}
