package org.legendre.properties;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.divergence.FDivergence;

/**
 * A divergence (p, q) ↦ D(p‖q) of finite distributions of any length, as arrays that sum to 1, with what it claims of itself.
 *
 * <p>{@code FiniteDivergenceSubject.of("KL", (p, q) -> myKl(p, q), Finiteness.FIRST_IN_SECOND, Trait.ADDITIVE, …)}
 *
 * <p>A sample's coordinates stand for distributions: larger ones for likelier classes, and those below −2 for probabilities of exactly 0.
 */
public final class FiniteDivergenceSubject implements Subject {
    private static final int CLASSES = 4;

    /** What a divergence may claim; each has its law. */
    public enum Trait {
        /** D(p‖q) = D(q‖p). */
        SYMMETRIC,
        /** It satisfies the triangle inequality, and so is of first order near equality. */
        METRIC,
        /** Jointly convex in p and q. */
        JOINTLY_CONVEX,
        /** No Markov kernel increases it. */
        MONOTONE,
        /** D of distributions on separate blocks of classes is the mean of those on the blocks: so are f-divergences. */
        SEPARABLE,
        /** D of pairs is D of the first members plus the mean, under p, of the conditional D: KL alone. */
        CHAIN_RULE,
        /** D of products is the sum of D of the factors. */
        ADDITIVE
    }

    /** Where it is finite. */
    public enum Finiteness {
        /** For all p and q. */
        ALWAYS,
        /** Unless p and q exclude each other. */
        UNLESS_DISJOINT,
        /** Where q allows all that p does. */
        FIRST_IN_SECOND,
        /** Where p allows all that q does. */
        SECOND_IN_FIRST,
        /** Where both allow the same. */
        EQUAL_SUPPORTS
    }

    private final String name;
    private final ToDoubleBiFunction<double[], double[]> divergence;
    private final Finiteness finiteness;
    private final Set<Trait> traits;

    private FiniteDivergenceSubject(
            String name, ToDoubleBiFunction<double[], double[]> divergence, Finiteness finiteness, Set<Trait> traits) {
        this.name = name;
        this.divergence = divergence;
        this.finiteness = finiteness;
        this.traits = traits;
    }

    /**
     * A divergence.
     *
     * @param name the name
     * @param divergence (p, q) ↦ D(p‖q), for arrays of one length, whatever that is
     * @param finiteness where it is finite
     * @param traits what else it claims
     * @return the subject
     */
    public static FiniteDivergenceSubject of(
            String name, ToDoubleBiFunction<double[], double[]> divergence, Finiteness finiteness, Trait... traits) {
        Set<Trait> claimed = EnumSet.noneOf(Trait.class);
        claimed.addAll(Arrays.asList(traits));
        return new FiniteDivergenceSubject(name, divergence, finiteness, claimed);
    }

    /**
     * An f-divergence, which is jointly convex, monotone and separable whatever the f.
     *
     * @param f the divergence
     * @param finiteness where it is finite
     * @param further what it claims besides
     * @return the subject
     */
    public static FiniteDivergenceSubject of(FDivergence f, Finiteness finiteness, Trait... further) {
        Set<Trait> claimed = EnumSet.of(Trait.JOINTLY_CONVEX, Trait.MONOTONE, Trait.SEPARABLE);
        claimed.addAll(Arrays.asList(further));
        return new FiniteDivergenceSubject(
                f.name(), (p, q) -> f.between(Probabilities.of(p), Probabilities.of(q)), finiteness, claimed);
    }

    @Override
    public String name() {
        return name;
    }

    /** {@inheritDoc} Coordinates of distributions of four classes. */
    @Override
    public Domain domain() {
        return Domain.reals(CLASSES);
    }

    /** {@inheritDoc} The divergence in logits is held to the laws of all divergences. */
    @Override
    public List<Subject> aspects() {
        DivergenceSubject inLogits = DivergenceSubject.of(
                        name, domain(), (x, y) -> between(probabilities(x), probabilities(y)))
                .where(x -> Arrays.stream(probabilities(x)).allMatch(p -> p >= Double.MIN_NORMAL))
                .knownTo(
                        (x, y) -> Arrays.equals(probabilities(x), probabilities(y)), FiniteDivergenceSubject::rounding);
        if (claims(Trait.SYMMETRIC)) {
            inLogits = inLogits.declaredSymmetric();
        }
        return List.of(claims(Trait.METRIC) ? inLogits.declaredMetric() : inLogits, this);
    }

    private static double[] probabilities(double[] logits) {
        return Probabilities.ofLogits(logits).toArray();
    }

    /** Each probability rounds by a few units in its last place, as if so much had been added to its logit. */
    private static double[] rounding(double[] logits) {
        double[] rounding = new double[logits.length];
        Arrays.fill(rounding, 4 * Rounding.EPSILON);
        return rounding;
    }

    /**
     * D(p‖q).
     *
     * @param p the first argument
     * @param q the second argument, of the same length
     * @return the divergence
     */
    public double between(double[] p, double[] q) {
        return divergence.applyAsDouble(p.clone(), q.clone());
    }

    /**
     * Where it claims to be finite.
     *
     * @return the condition
     */
    public Finiteness finiteness() {
        return finiteness;
    }

    /**
     * Whether it claims a trait.
     *
     * @param trait the trait
     * @return true if it does
     */
    public boolean claims(Trait trait) {
        return traits.contains(trait);
    }

    /**
     * The same subject with another divergence, which claims the same.
     *
     * @param other (p, q) ↦ D(p‖q)
     * @return the subject
     */
    public FiniteDivergenceSubject withDivergence(ToDoubleBiFunction<double[], double[]> other) {
        return new FiniteDivergenceSubject(name, other, finiteness, traits);
    }

    /**
     * The same divergence with one claim more.
     *
     * @param trait the claim
     * @return the subject
     */
    public FiniteDivergenceSubject claiming(Trait trait) {
        Set<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new FiniteDivergenceSubject(name, divergence, finiteness, more);
    }

    @Override
    public String toString() {
        return name;
    }
}
