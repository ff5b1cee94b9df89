package org.legendre.properties;

import java.util.Locale;
import java.util.Optional;

/**
 * What a law says of a subject.
 *
 * @param law the law's id
 * @param statement the law's statement
 * @param subject the subject's name
 * @param outcome whether it held
 * @param residual the residual at the sample nearest to (or furthest beyond) its bound
 * @param bound the bound there
 * @param informative how many samples were informative
 * @param samples how many samples were examined
 * @param evidence the counterexample; for a law that claims existence, the witness
 */
public record Verdict(
        String law,
        String statement,
        String subject,
        Outcome outcome,
        double residual,
        double bound,
        int informative,
        int samples,
        Optional<Evidence> evidence) {

    /** A residual of at most so many bounds may be a formula's own loss of digits. */
    private static final double SMALL_EXCESS = 1000;

    /** How a law can come out. */
    public enum Outcome {
        /** The law holds at every sample; a law of existence found its witness. */
        HELD,
        /** There is a counterexample; a law of existence found no witness. */
        VIOLATED,
        /** Too few samples were informative to say anything, which counts as a failure. */
        VACUOUS
    }

    /**
     * Whether the law held, and not vacuously.
     *
     * @return true if it held
     */
    public boolean held() {
        return outcome == Outcome.HELD;
    }

    /**
     * Fails unless the law held.
     *
     * @return this verdict
     * @throws AssertionError if the law is violated or vacuous, with the evidence
     */
    public Verdict requireHeld() {
        if (!held()) {
            throw new AssertionError(toString());
        }
        return this;
    }

    /** {@inheritDoc} It is the report for a reader. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder()
                .append(law)
                .append(" on ")
                .append(subject)
                .append(": ")
                .append(outcome.name().toLowerCase(Locale.ROOT))
                .append("\n  ")
                .append(statement)
                .append("\n  residual ")
                .append(residual)
                .append(", bound ")
                .append(bound)
                .append("; ")
                .append(informative)
                .append(" of ")
                .append(samples)
                .append(" samples informative");
        if (evidence.isPresent() && outcome == Outcome.VIOLATED && bound > 0 && residual <= SMALL_EXCESS * bound) {
            text.append(
                            "\n  the bound allows each formula a few last digits, times the conditioning at the sample: so small an")
                    .append(
                            " excess often means a formula that loses digits there (1 − exp(θ) near θ = 0, expm1(θ) for")
                    .append(" θ ≪ 0), not a wrong one");
        }
        evidence.ifPresent(e -> text.append("\n  at ")
                .append(e.detail())
                .append("\n  sample ")
                .append(e.index())
                .append(" of seed ")
                .append(e.seed())
                .append(", shrunk; replay:\n  ")
                .append(e.replay()));
        return text.toString();
    }
}
