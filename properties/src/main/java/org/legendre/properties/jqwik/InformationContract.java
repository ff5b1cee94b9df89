package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.InformationSubject;
import org.legendre.properties.Sample;

/** The identities and inequalities of entropies and informations as inherited properties. */
public interface InformationContract extends Contract {
    @Override
    InformationSubject subject();

    /**
     * H(X, Y) = H(X) + H(Y|X).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void jointEntropyIsEntropyPlusConditionalEntropy(@ForAll("allPairs") Sample sample) {
        hold("entropy-chain", sample);
    }

    /**
     * Shannon's grouping axiom.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void entropyOfGroups(@ForAll("allPairs") Sample sample) {
        hold("grouping", sample);
    }

    /**
     * I(X; Y) = I(Y; X).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void mutualInformationIsSymmetric(@ForAll("allPairs") Sample sample) {
        hold("information-symmetry", sample);
    }

    /**
     * I by KL, by three entropies and by a conditional one.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void decompositionsOfMutualInformationAgree(@ForAll("allPairs") Sample sample) {
        hold("information-decompositions", sample);
    }

    /**
     * I is accurate for nearly independent variables.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void mutualInformationKeepsItsAccuracyNearIndependence(@ForAll("moderatePairs") Sample sample) {
        hold("information-near-independence", sample);
    }

    /**
     * I(X; (Y, Z)) = I(X; Z) + I(X; Y|Z).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void mutualInformationObeysTheChainRule(@ForAll("allPairs") Sample sample) {
        hold("information-chain", sample);
    }

    /**
     * I(X; Z) ≤ I(X; Y) for Z made of Y.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void processingDoesNotCreateInformation(@ForAll("allPairs") Sample sample) {
        hold("information-processing", sample);
    }

    /**
     * InfoNCE ≤ log K.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void contrastiveEstimateIsAtMostLogK(@ForAll("allPairs") Sample sample) {
        hold("contrastive-bound", sample);
    }
}
