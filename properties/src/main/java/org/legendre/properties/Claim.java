package org.legendre.properties;

/**
 * A law about a certain subject: what can be checked.
 *
 * @param <S> the type of the subject
 * @param law the law
 * @param subject what it is claimed of
 */
public record Claim<S extends Subject>(Law<S> law, S subject) {
    /**
     * Checks it on random samples.
     *
     * @param seed the seed; the same seed gives the same verdict
     * @param samples how many samples to examine, at least 10
     * @return the verdict, with the shrunk counterexample or witness
     */
    public Verdict check(long seed, int samples) {
        return law.check(subject, seed, samples);
    }

    /** The same verdict without looking for the simplest evidence. */
    Verdict decide(long seed, int samples) {
        return law.decide(subject, seed, samples);
    }

    /**
     * Examines one sample.
     *
     * @param sample the sample
     * @return what was found
     */
    public Finding examine(Sample sample) {
        return law.examine(subject, sample);
    }

    /**
     * Examines one sample and reports it as a verdict.
     *
     * @param sample the sample
     * @return the verdict on this sample alone
     */
    public Verdict replay(Sample sample) {
        return law.replay(subject, sample);
    }

    /** {@inheritDoc} Law and subject. */
    @Override
    public String toString() {
        return law.id() + " on " + subject.name();
    }
}
