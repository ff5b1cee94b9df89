package org.legendre.properties.jqwik;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Provide;
import org.legendre.properties.Claim;
import org.legendre.properties.Finding;
import org.legendre.properties.Laws;
import org.legendre.properties.Sample;
import org.legendre.properties.Sample.Spread;
import org.legendre.properties.Subject;

/**
 * What all contracts share: a subject, samples in its chart, and how a law is held to it. Uninformative samples are discarded, so that a vacuous
 * law fails as exhausted. Runs are reproducible, see {@link SeedHook}.
 */
public interface Contract {
    /** How many samples a property examines. */
    int TRIES = 200;

    /**
     * What is held to the laws.
     *
     * @return the subject
     */
    Subject subject();

    /**
     * Samples of moderate pairs.
     *
     * @return the samples
     */
    @Provide
    default Arbitrary<Sample> moderatePairs() {
        return Samples.of(subject().domain(), List.of(Spread.MODERATE));
    }

    /**
     * Samples of moderate and wide pairs.
     *
     * @return the samples
     */
    @Provide
    default Arbitrary<Sample> pairs() {
        return Samples.of(subject().domain(), List.of(Spread.MODERATE, Spread.WIDE));
    }

    /**
     * Samples of moderate and wide pairs, and of pairs at the edge of what binary64 holds.
     *
     * @return the samples
     */
    @Provide
    default Arbitrary<Sample> pairsToTheEdge() {
        return Samples.of(subject().domain(), List.of(Spread.MODERATE, Spread.WIDE, Spread.EXTREME));
    }

    /**
     * Samples of moderate and near-equal pairs, and of pairs at the edge of what binary64 holds.
     *
     * @return the samples
     */
    @Provide
    default Arbitrary<Sample> nearPairsToTheEdge() {
        return Samples.of(subject().domain(), List.of(Spread.MODERATE, Spread.NEAR, Spread.EXTREME));
    }

    /**
     * Samples of all kinds.
     *
     * @return the samples
     */
    @Provide
    default Arbitrary<Sample> allPairs() {
        return Samples.of(subject().domain(), List.of(Spread.values()));
    }

    /**
     * Holds the subject to a law at one sample.
     *
     * @param law the id of the law
     * @param sample the sample, discarded if it is not informative
     */
    default void hold(String law, Sample sample) {
        Claim<?> claim = Laws.named(law, subject());
        Finding finding = claim.examine(sample);
        if (finding.violated()) {
            // Coordinate by coordinate to few digits, in bounded time: jqwik's own shrinking takes minutes and keeps 15
            // digits.
            Sample shrunk = sample.shrink(simpler -> claim.examine(simpler).violated());
            throw new AssertionError(claim.replay(shrunk).toString());
        }
        Assume.that(finding.informative());
    }

    /**
     * Holds the subject to a law on samples of the law's own choice, if the law makes a claim about it: laws of existence, laws under a hypothesis
     * and laws about chance.
     *
     * @param law the id of the law
     */
    default void check(String law) {
        Laws.of(subject()).stream()
                .filter(claim -> claim.law().id().equals(law))
                .forEach(claim -> claim.check(SeedHook.base(), TRIES).requireHeld());
    }
}
