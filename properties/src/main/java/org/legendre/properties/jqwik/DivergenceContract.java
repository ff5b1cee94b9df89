package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.Sample;

/**
 * The laws of divergences as inherited properties: the subject is a {@link org.legendre.properties.DivergenceSubject} or has one among its aspects.
 */
public interface DivergenceContract extends Contract {
    /**
     * D(p, q) ≥ 0.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void divergenceIsNonnegative(@ForAll("allPairs") Sample sample) {
        hold("nonnegative", sample);
    }

    /**
     * D(p, q) = 0 exactly at equality.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void divergenceIsZeroExactlyAtEquality(@ForAll("allPairs") Sample sample) {
        hold("definite", sample);
    }

    /** D is asymmetric, by a witness; symmetric if the subject declares it. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void divergenceIsAsymmetricUnlessDeclaredSymmetric() {
        check("asymmetric");
        check("symmetric");
    }

    /**
     * D(x, x + tv)/t² is smooth, up to the nearest x + tv.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES / 4, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void divergenceIsSmoothNearEquality(@ForAll("pairs") Sample sample) {
        hold("smooth-near-equality", sample);
    }

    /** The triangle inequality fails, by a witness; it holds if the subject declares a metric. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void divergenceIsNoMetricUnlessDeclared() {
        check("no-triangle");
        check("triangle");
    }
}
