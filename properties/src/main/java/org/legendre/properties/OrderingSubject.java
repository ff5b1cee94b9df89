package org.legendre.properties;

import java.util.function.Consumer;
import java.util.function.ToDoubleBiFunction;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.divergence.Divergences;

/**
 * Several divergences of finite distributions at once, for the inequalities and identities between them. Each can be replaced ({@code with…}), which is
 * how a mutant is made, and how your own implementation is held to the others.
 */
public final class OrderingSubject implements Subject {
    private static final int CLASSES = 4;

    private final Parts parts;

    private OrderingSubject(Parts parts) {
        this.parts = parts;
    }

    /** A divergence with an order. */
    @FunctionalInterface
    public interface Ordered {
        /**
         * The divergence of an order.
         *
         * @param p the first argument
         * @param q the second argument, of the same length
         * @param order the order
         * @return D(p‖q)
         */
        double between(double[] p, double[] q, double order);
    }

    /** What a subject is made of; a copy is changed before a subject is made of it, and not after. */
    private static final class Parts {
        private String name = "divergences of finite distributions";
        private ToDoubleBiFunction<double[], double[]> kl = of(Divergences::kl);
        private ToDoubleBiFunction<double[], double[]> totalVariation = of(Divergences::totalVariation);
        private ToDoubleBiFunction<double[], double[]> chiSquared = of(Divergences::chiSquared);
        private ToDoubleBiFunction<double[], double[]> hellingerSquared = of(Divergences::hellingerSquared);
        private ToDoubleBiFunction<double[], double[]> jensenShannon = of(Divergences::jensenShannon);
        private Ordered renyi = (p, q, order) -> Divergences.renyi(Probabilities.of(p), Probabilities.of(q), order);
        private Ordered alpha = (p, q, order) -> Divergences.alpha(Probabilities.of(p), Probabilities.of(q), order);

        Parts() {}

        Parts(Parts other) {
            this.name = other.name;
            this.kl = other.kl;
            this.totalVariation = other.totalVariation;
            this.chiSquared = other.chiSquared;
            this.hellingerSquared = other.hellingerSquared;
            this.jensenShannon = other.jensenShannon;
            this.renyi = other.renyi;
            this.alpha = other.alpha;
        }

        private static ToDoubleBiFunction<double[], double[]> of(
                ToDoubleBiFunction<Probabilities, Probabilities> divergence) {
            return (p, q) -> divergence.applyAsDouble(Probabilities.of(p), Probabilities.of(q));
        }
    }

    /**
     * The divergences of this library.
     *
     * @return the subject
     */
    public static OrderingSubject shipped() {
        return new OrderingSubject(new Parts());
    }

    @Override
    public String name() {
        return parts.name;
    }

    /** {@inheritDoc} Coordinates of distributions of four classes, as of {@link FiniteDivergenceSubject}. */
    @Override
    public Domain domain() {
        return Domain.reals(CLASSES);
    }

    double kl(double[] p, double[] q) {
        return parts.kl.applyAsDouble(p.clone(), q.clone());
    }

    double totalVariation(double[] p, double[] q) {
        return parts.totalVariation.applyAsDouble(p.clone(), q.clone());
    }

    double chiSquared(double[] p, double[] q) {
        return parts.chiSquared.applyAsDouble(p.clone(), q.clone());
    }

    double hellingerSquared(double[] p, double[] q) {
        return parts.hellingerSquared.applyAsDouble(p.clone(), q.clone());
    }

    double jensenShannon(double[] p, double[] q) {
        return parts.jensenShannon.applyAsDouble(p.clone(), q.clone());
    }

    double renyi(double[] p, double[] q, double order) {
        return parts.renyi.between(p.clone(), q.clone(), order);
    }

    double alpha(double[] p, double[] q, double alpha) {
        return parts.alpha.between(p.clone(), q.clone(), alpha);
    }

    /**
     * The same subject under another name.
     *
     * @param other the name
     * @return the subject
     */
    public OrderingSubject named(String other) {
        return with(copy -> copy.name = other);
    }

    /**
     * The same subject with another KL(p‖q).
     *
     * @param other (p, q) ↦ KL(p‖q) in nats
     * @return the subject
     */
    public OrderingSubject withKl(ToDoubleBiFunction<double[], double[]> other) {
        return with(copy -> copy.kl = other);
    }

    /**
     * The same subject with another total variation distance.
     *
     * @param other (p, q) ↦ ½ Σ |p − q|
     * @return the subject
     */
    public OrderingSubject withTotalVariation(ToDoubleBiFunction<double[], double[]> other) {
        return with(copy -> copy.totalVariation = other);
    }

    /**
     * The same subject with another χ².
     *
     * @param other (p, q) ↦ Σ (p − q)²/q
     * @return the subject
     */
    public OrderingSubject withChiSquared(ToDoubleBiFunction<double[], double[]> other) {
        return with(copy -> copy.chiSquared = other);
    }

    /**
     * The same subject with another squared Hellinger distance.
     *
     * @param other (p, q) ↦ 1 − Σ √(pq)
     * @return the subject
     */
    public OrderingSubject withHellingerSquared(ToDoubleBiFunction<double[], double[]> other) {
        return with(copy -> copy.hellingerSquared = other);
    }

    /**
     * The same subject with another Jensen–Shannon divergence.
     *
     * @param other (p, q) ↦ ½ KL(p‖m) + ½ KL(q‖m) in nats
     * @return the subject
     */
    public OrderingSubject withJensenShannon(ToDoubleBiFunction<double[], double[]> other) {
        return with(copy -> copy.jensenShannon = other);
    }

    /**
     * The same subject with another Rényi divergence.
     *
     * @param other (p, q, order) ↦ log Σ p^a q^(1−a)/(a − 1), for orders in [0, ∞]
     * @return the subject
     */
    public OrderingSubject withRenyi(Ordered other) {
        return with(copy -> copy.renyi = other);
    }

    /**
     * The same subject with another α-divergence.
     *
     * @param other (p, q, α) ↦ 4/(1 − α²) (1 − Σ p^((1−α)/2) q^((1+α)/2))
     * @return the subject
     */
    public OrderingSubject withAlpha(Ordered other) {
        return with(copy -> copy.alpha = other);
    }

    private OrderingSubject with(Consumer<Parts> change) {
        Parts copy = new Parts(parts);
        change.accept(copy);
        return new OrderingSubject(copy);
    }

    @Override
    public String toString() {
        return parts.name;
    }
}
