package org.legendre.properties;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.legendre.geometry.DomainException;
import org.legendre.properties.Sample.Spread;

/**
 * A statement of the theory that can be checked on a subject. A plain value: no test engine is needed.
 *
 * <p>{@code Laws.named("kl-bregman", subject).check(1, 200).requireHeld()}
 *
 * @param <S> what it is a statement about
 */
public final class Law<S extends Subject> {
    private static final int FEWEST = 10;
    /** A law is vacuous if fewer than this fraction of its samples are informative. */
    private static final double INFORMATIVE = 0.1;

    private final Class<S> about;
    private final String id;
    private final String statement;
    private final String source;
    private final double resolution;
    private final boolean existence;
    private final int cost;
    private final List<Spread> spreads;
    private final Predicate<? super S> hypothesis;
    private final BiFunction<? super S, Sample, Finding> examination;

    private Law(
            Class<S> about,
            String id,
            String statement,
            String source,
            double resolution,
            boolean existence,
            int cost,
            List<Spread> spreads,
            Predicate<? super S> hypothesis,
            BiFunction<? super S, Sample, Finding> examination) {
        this.about = about;
        this.id = id;
        this.statement = statement;
        this.source = source;
        this.resolution = resolution;
        this.existence = existence;
        this.cost = cost;
        this.spreads = spreads;
        this.hypothesis = hypothesis;
        this.examination = examination;
    }

    /**
     * A law that claims something of every sample.
     *
     * @param <S> what it is a statement about
     * @param about the type of that
     * @param id a short name
     * @param statement the statement in mathematics, with hypotheses and argument order
     * @param source author, year, theorem
     * @param resolution the smallest planted relative error that it sees
     * @param examination what it finds at a sample
     * @return the law, on pairs of every {@link Spread}
     */
    public static <S extends Subject> Law<S> forAll(
            Class<S> about,
            String id,
            String statement,
            String source,
            double resolution,
            BiFunction<? super S, Sample, Finding> examination) {
        return new Law<>(
                about, id, statement, source, resolution, false, 1, List.of(Spread.values()), s -> true, examination);
    }

    /**
     * A law that claims that something is not so: it holds when it finds a witness, a sample at which the residual exceeds the bound.
     *
     * @param <S> what it is a statement about
     * @param about the type of that
     * @param id a short name
     * @param statement the statement in mathematics, with hypotheses and argument order
     * @param source author, year, theorem
     * @param resolution the smallest relative difference that counts as a witness
     * @param examination what it finds at a sample
     * @return the law, on pairs of every {@link Spread}
     */
    public static <S extends Subject> Law<S> exists(
            Class<S> about,
            String id,
            String statement,
            String source,
            double resolution,
            BiFunction<? super S, Sample, Finding> examination) {
        return new Law<>(
                about, id, statement, source, resolution, true, 1, List.of(Spread.values()), s -> true, examination);
    }

    /**
     * The same law on samples of the given kinds only.
     *
     * @param kinds at least one
     * @return the law
     */
    public Law<S> on(Spread... kinds) {
        return new Law<>(
                about, id, statement, source, resolution, existence, cost, List.of(kinds), hypothesis, examination);
    }

    /**
     * The same law for the subjects that satisfy its hypothesis only.
     *
     * @param condition the hypothesis
     * @return the law
     */
    public Law<S> where(Predicate<? super S> condition) {
        return new Law<>(about, id, statement, source, resolution, existence, cost, spreads, condition, examination);
    }

    /**
     * The same law, which takes long at each sample: a check examines so many times fewer of them, though never fewer than ten.
     *
     * @param times at least 1
     * @return the law
     */
    public Law<S> costly(int times) {
        if (times < 1) {
            throw new DomainException("times", times, "an integer ≥ 1");
        }
        return new Law<>(about, id, statement, source, resolution, existence, times, spreads, hypothesis, examination);
    }

    /**
     * What it is a statement about.
     *
     * @return the type of its subjects
     */
    public Class<S> about() {
        return about;
    }

    /**
     * The id.
     *
     * @return a short name, such as {@code "kl-bregman"}
     */
    public String id() {
        return id;
    }

    /**
     * The statement.
     *
     * @return the statement in mathematics, with hypotheses and argument order
     */
    public String statement() {
        return statement;
    }

    /**
     * Where it is from.
     *
     * @return author, year, theorem
     */
    public String source() {
        return source;
    }

    /**
     * How well it sees.
     *
     * @return the smallest planted relative error that it is shown to reject
     */
    public double resolution() {
        return resolution;
    }

    /**
     * Whether it claims existence: it then holds when it finds a witness.
     *
     * @return true for a law of existence
     */
    public boolean existence() {
        return existence;
    }

    /**
     * The kinds of samples that it looks at.
     *
     * @return the kinds, which a check takes in turn
     */
    public List<Spread> spreads() {
        return spreads;
    }

    /**
     * Whether the law is about this subject: the asymmetry of a divergence that declares symmetry is not claimed.
     *
     * @param subject the subject
     * @return true if the hypothesis holds
     */
    public boolean appliesTo(S subject) {
        return hypothesis.test(subject);
    }

    /**
     * Checks the law on random samples.
     *
     * @param subject the subject
     * @param seed the seed; the same seed gives the same verdict
     * @param samples how many samples to examine, at least 10; a {@link #costly} law examines fewer
     * @return the verdict, with the shrunk counterexample or witness
     * @throws IllegalArgumentException if the law does not apply to the subject
     * @throws DomainException if there are fewer than 10 samples: they would not tell a vacuous law from a true one
     */
    public Verdict check(S subject, long seed, int samples) {
        return check(subject, seed, samples, true);
    }

    /** The same verdict without looking for the simplest evidence, which takes longer than to find some. */
    Verdict decide(S subject, long seed, int samples) {
        return check(subject, seed, samples, false);
    }

    private Verdict check(S subject, long seed, int samples, boolean shrink) {
        requireHypothesis(subject);
        if (samples < FEWEST) {
            throw new DomainException("samples", samples, "an integer ≥ " + FEWEST);
        }
        Finding worst = Finding.nothing("no sample was informative");
        double worstRatio = -1;
        int informative = 0;
        int examined = Math.max(FEWEST, samples / cost);
        for (int i = 0; i < examined; i++) {
            Sample sample = Sample.random(subject.domain().size(), spreads.get(i % spreads.size()), seed, i);
            Finding finding = examine(subject, sample);
            if (finding.informative()) {
                informative++;
            }
            if (finding.undefined() || (finding.violated() && (!existence || finding.informative()))) {
                return decided(subject, sample, seed, i, informative, shrink);
            }
            double ratio = finding.residual() == 0 ? 0 : finding.residual() / finding.bound();
            if (finding.informative() && ratio > worstRatio) {
                worst = finding;
                worstRatio = ratio;
            }
        }
        boolean vacuous = informative < Math.max(1, INFORMATIVE * examined);
        Verdict.Outcome outcome =
                vacuous ? Verdict.Outcome.VACUOUS : existence ? Verdict.Outcome.VIOLATED : Verdict.Outcome.HELD;
        return verdict(subject, outcome, worst, informative, examined, Optional.empty());
    }

    /**
     * Examines one sample: how a test engine or a replay asks.
     *
     * @param subject the subject
     * @param sample the sample
     * @return what was found; an exception that the subject throws at a point of its domain is a violation. Excused is one far out, beyond eight units of the
     *     chart's origin, that says that an iteration did not converge, or that refuses points which rounding takes out of the domain between two of it.
     */
    @SuppressWarnings("IllegalCatch")
    public Finding examine(S subject, Sample sample) {
        try {
            return examination.apply(subject, sample);
        } catch (RuntimeException thrown) {
            return FarOut.excuses(subject, sample, thrown)
                    ? Finding.nothing("far out, the subject refused: " + thrown)
                    : new Finding(Double.NaN, 0, true, () -> "the subject threw " + thrown);
        }
    }

    /**
     * Examines one sample and reports it as a verdict.
     *
     * @param subject the subject
     * @param sample the sample
     * @return the verdict on this sample alone
     * @throws IllegalArgumentException if the law does not apply to the subject
     */
    public Verdict replay(S subject, Sample sample) {
        requireHypothesis(subject);
        Finding finding = examine(subject, sample);
        Verdict.Outcome outcome = finding.undefined() || finding.violated() != existence
                ? Verdict.Outcome.VIOLATED
                : finding.informative() ? Verdict.Outcome.HELD : Verdict.Outcome.VACUOUS;
        Evidence evidence = new Evidence(sample, finding.detail().get(), 0, 0, replayLine(sample));
        return verdict(subject, outcome, finding, finding.informative() ? 1 : 0, 1, Optional.of(evidence));
    }

    private Verdict decided(S subject, Sample found, long seed, int index, int informative, boolean shrink) {
        boolean undefined = examine(subject, found).undefined();
        Predicate<Sample> interesting = s -> {
            Finding simpler = examine(subject, s);
            return simpler.violated() && simpler.undefined() == undefined && (!existence || simpler.informative());
        };
        Sample shrunk = shrink ? found.shrink(interesting) : found;
        Finding finding = examine(subject, shrunk);
        Evidence evidence = new Evidence(shrunk, finding.detail().get(), seed, index, replayLine(shrunk));
        Verdict.Outcome outcome = existence && !undefined ? Verdict.Outcome.HELD : Verdict.Outcome.VIOLATED;
        return verdict(subject, outcome, finding, informative, index + 1, Optional.of(evidence));
    }

    private Verdict verdict(
            S subject,
            Verdict.Outcome outcome,
            Finding finding,
            int informative,
            int samples,
            Optional<Evidence> evidence) {
        return new Verdict(
                id,
                statement,
                subject.name(),
                outcome,
                finding.residual(),
                finding.bound(),
                informative,
                samples,
                evidence);
    }

    private String replayLine(Sample sample) {
        return "Laws.named(\"" + id + "\", subject).replay(" + sample + ");";
    }

    private void requireHypothesis(S subject) {
        if (!appliesTo(subject)) {
            throw new IllegalArgumentException("the law " + id + " makes no claim about " + subject.name());
        }
    }

    @Override
    public String toString() {
        return id + ": " + statement;
    }
}
