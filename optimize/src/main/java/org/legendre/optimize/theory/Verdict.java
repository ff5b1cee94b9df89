package org.legendre.optimize.theory;

/** What a {@link Certificate} found. */
public sealed interface Verdict {
    /**
     * The finding in words.
     *
     * @return the reason
     */
    String reason();

    /**
     * The bound was kept at every iterate, and nothing that was seen contradicts an assumption.
     *
     * @param reason how, with the least room
     * @param slack the least bound − quantity
     */
    record Kept(String reason, double slack) implements Verdict {}

    /**
     * The bound was kept at every iterate although a step contradicts an assumption: the theorem does not say why.
     *
     * @param reason the assumption and what was measured
     * @param iteration the first such iterate
     */
    record Unfounded(String reason, int iteration) implements Verdict {}

    /**
     * The bound was exceeded.
     *
     * @param reason bound, quantity, and which assumption the steps up to there contradict; none means a defect in f, its differential or the method
     * @param iteration the first such iterate
     */
    record Exceeded(String reason, int iteration) implements Verdict {}

    /**
     * There was no step to judge.
     *
     * @param reason why
     */
    record Empty(String reason) implements Verdict {}
}
