package org.legendre.properties;

import java.util.function.ToDoubleBiFunction;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.information.Entropies;

/**
 * The entropies with an order of finite distributions, on plain arrays. Each can be replaced ({@code with…}), which is how a mutant is made, and how your own
 * implementation is held to the others.
 */
public final class EntropySubject implements Subject {
    private static final int CLASSES = 4;

    private final ToDoubleBiFunction<double[], Double> renyi;
    private final ToDoubleBiFunction<double[], Double> tsallis;
    private final OfDegree sharmaMittal;

    private EntropySubject(
            ToDoubleBiFunction<double[], Double> renyi,
            ToDoubleBiFunction<double[], Double> tsallis,
            OfDegree sharmaMittal) {
        this.renyi = renyi;
        this.tsallis = tsallis;
        this.sharmaMittal = sharmaMittal;
    }

    /** An entropy with an order and a degree. */
    @FunctionalInterface
    public interface OfDegree {
        /**
         * The entropy.
         *
         * @param p probabilities
         * @param order the order a
         * @param degree the degree b
         * @return H(p)
         */
        double of(double[] p, double order, double degree);
    }

    /**
     * The entropies of this library.
     *
     * @return the subject
     */
    public static EntropySubject shipped() {
        return new EntropySubject(
                (p, order) -> Entropies.renyi(Probabilities.of(p), order),
                (p, order) -> Entropies.tsallis(Probabilities.of(p), order),
                (p, order, degree) -> Entropies.sharmaMittal(Probabilities.of(p), order, degree));
    }

    @Override
    public String name() {
        return "entropies with an order";
    }

    /** {@inheritDoc} Coordinates of distributions of four classes, as of {@link FiniteDivergenceSubject}. */
    @Override
    public Domain domain() {
        return Domain.reals(CLASSES);
    }

    double renyi(double[] p, double order) {
        return renyi.applyAsDouble(p.clone(), order);
    }

    double tsallis(double[] p, double order) {
        return tsallis.applyAsDouble(p.clone(), order);
    }

    double sharmaMittal(double[] p, double order, double degree) {
        return sharmaMittal.of(p.clone(), order, degree);
    }

    /**
     * The same subject with another Rényi entropy.
     *
     * @param other (p, a) ↦ the entropy in nats, for a in [0, ∞]
     * @return the subject
     */
    public EntropySubject withRenyi(ToDoubleBiFunction<double[], Double> other) {
        return new EntropySubject(other, tsallis, sharmaMittal);
    }

    /**
     * The same subject with another Tsallis entropy.
     *
     * @param other (p, a) ↦ the entropy, for a ≥ 0
     * @return the subject
     */
    public EntropySubject withTsallis(ToDoubleBiFunction<double[], Double> other) {
        return new EntropySubject(renyi, other, sharmaMittal);
    }

    /**
     * The same subject with another Sharma–Mittal entropy.
     *
     * @param other (p, a, b) ↦ the entropy of order a and degree b
     * @return the subject
     */
    public EntropySubject withSharmaMittal(OfDegree other) {
        return new EntropySubject(renyi, tsallis, other);
    }

    @Override
    public String toString() {
        return name();
    }
}
