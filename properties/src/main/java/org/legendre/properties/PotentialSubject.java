package org.legendre.properties;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potential;

/**
 * What a function of Legendre type claims, part by part, on plain arrays: ψ, ∇ψ, ∇²ψ, ψ* and ∇ψ*. Each part can be replaced ({@code with…}), which
 * is how a mutant is made.
 */
public final class PotentialSubject implements Subject {
    /** √gᵢᵢ above this keeps gᵢᵢδ², for displacements δ of 1e-12, a normal number. */
    private static final double SMALLEST_UNIT = 1e-130;
    /** The reach of moderate samples in the chart. */
    private static final double CENTRAL = 4;
    /** The reach in which every θ has to be away from the boundary in the family's own parameters: e^(−e³) is above 2⁻⁵³. */
    private static final double STORED = 3;

    private final Parts parts;

    private PotentialSubject(Parts parts) {
        this.parts = parts;
    }

    /** What a subject is made of; a copy is changed before a subject is made of it, and not after. */
    private static final class Parts {
        private String name;
        private final Domain domain;
        private final Domain dualDomain;
        private ToDoubleFunction<double[]> value;
        private UnaryOperator<double[]> gradient;
        private Function<double[], Hessian> hessian;
        private ToDoubleFunction<double[]> conjugateValue;
        private UnaryOperator<double[]> conjugateGradient;
        private UnaryOperator<double[]> rounded = UnaryOperator.identity();

        Parts(String name, Potential potential, Potential conjugate) {
            this.name = name;
            this.domain = potential.domain();
            this.dualDomain = conjugate.domain();
            this.value = potential::value;
            this.gradient = x -> gradient(potential, x);
            this.hessian = potential::hessian;
            this.conjugateValue = conjugate::value;
            this.conjugateGradient = y -> gradient(conjugate, y);
        }

        Parts(Parts other) {
            this.name = other.name;
            this.domain = other.domain;
            this.dualDomain = other.dualDomain;
            this.value = other.value;
            this.gradient = other.gradient;
            this.hessian = other.hessian;
            this.conjugateValue = other.conjugateValue;
            this.conjugateGradient = other.conjugateGradient;
            this.rounded = other.rounded;
        }

        private static double[] gradient(Potential potential, double[] x) {
            double[] out = new double[x.length];
            potential.gradient(x, out);
            return out;
        }
    }

    /**
     * A Legendre function: a log-partition, a mirror map or one of your own.
     *
     * @param <X> the tag of its coordinates
     * @param <Y> the dual tag
     * @param name the name
     * @param psi ψ with its conjugate
     * @return the subject
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> PotentialSubject of(
            String name, Legendre<X, Y> psi) {
        return new PotentialSubject(
                new Parts(name, psi.potential(), psi.conjugate().potential()));
    }

    @Override
    public String name() {
        return parts.name;
    }

    @Override
    public Domain domain() {
        return parts.domain;
    }

    /**
     * {@inheritDoc} The diagonal of ∇²ψ has to be so large that a divergence of near points does not underflow. A Hessian that throws because
     * it is not positive definite is excused far out only: within four units of the chart's origin it is a defect for the laws to report. So is,
     * within three, a point that the parameters of a family round to the boundary (a probability that rounds to 1), where no θ is left.
     */
    @Override
    public boolean resolves(double[] x) {
        if (!parts.domain.contains(x)) {
            return false;
        }
        try {
            for (double unit : Rounding.unitLengths(hessian(x))) {
                if (!(unit > SMALLEST_UNIT && unit < 1 / SMALLEST_UNIT)) {
                    return false;
                }
            }
        } catch (DomainException notPositiveDefinite) {
            return within(x, CENTRAL);
        }
        try {
            return rounded(x).length == x.length;
        } catch (DomainException onTheBoundary) {
            return within(x, STORED);
        }
    }

    private boolean within(double[] x, double reach) {
        for (double coordinate : parts.domain.toChart(x)) {
            if (Math.abs(coordinate) > reach) {
                return false;
            }
        }
        return true;
    }

    /**
     * The domain of ψ*.
     *
     * @return the domain of η
     */
    public Domain dualDomain() {
        return parts.dualDomain;
    }

    /**
     * ψ(x).
     *
     * @param x a point
     * @return the value
     */
    public double value(double[] x) {
        return parts.value.applyAsDouble(x.clone());
    }

    /**
     * ∇ψ(x).
     *
     * @param x a point
     * @return the dual point, a new array
     */
    public double[] gradient(double[] x) {
        return parts.gradient.apply(x.clone());
    }

    /**
     * ∇²ψ(x).
     *
     * @param x a point
     * @return the Hessian there
     */
    public Hessian hessian(double[] x) {
        return parts.hessian.apply(x.clone());
    }

    /**
     * ψ*(y).
     *
     * @param y a dual point
     * @return the conjugate's value
     */
    public double conjugateValue(double[] y) {
        return parts.conjugateValue.applyAsDouble(y.clone());
    }

    /**
     * ∇ψ*(y).
     *
     * @param y a dual point
     * @return the point, a new array
     */
    public double[] conjugateGradient(double[] y) {
        return parts.conjugateGradient.apply(y.clone());
    }

    /**
     * A point after it was stored in parameters other than its coordinates, and given back: their difference is what nobody can know.
     *
     * @param x a point
     * @return x but for rounding
     */
    public double[] rounded(double[] x) {
        return parts.rounded.apply(x.clone());
    }

    /**
     * The same subject under another name.
     *
     * @param other the name
     * @return the subject
     */
    public PotentialSubject named(String other) {
        return with(copy -> copy.name = other);
    }

    /**
     * The same subject with another ψ; the other parts stay.
     *
     * @param other ψ
     * @return the subject
     */
    public PotentialSubject withValue(ToDoubleFunction<double[]> other) {
        return with(copy -> copy.value = other);
    }

    /**
     * The same subject with another ∇ψ; the other parts stay.
     *
     * @param other ∇ψ
     * @return the subject
     */
    public PotentialSubject withGradient(UnaryOperator<double[]> other) {
        return with(copy -> copy.gradient = other);
    }

    /**
     * The same subject with another ∇²ψ; the other parts stay.
     *
     * @param other ∇²ψ
     * @return the subject
     */
    public PotentialSubject withHessian(Function<double[], Hessian> other) {
        return with(copy -> copy.hessian = other);
    }

    /**
     * The same subject with another ψ*; the other parts stay.
     *
     * @param other ψ*
     * @return the subject
     */
    public PotentialSubject withConjugateValue(ToDoubleFunction<double[]> other) {
        return with(copy -> copy.conjugateValue = other);
    }

    /**
     * The same subject with another ∇ψ*; the other parts stay.
     *
     * @param other ∇ψ*
     * @return the subject
     */
    public PotentialSubject withConjugateGradient(UnaryOperator<double[]> other) {
        return with(copy -> copy.conjugateGradient = other);
    }

    /**
     * The same subject whose points are stored in other parameters.
     *
     * @param other there and back again
     * @return the subject
     */
    public PotentialSubject withRounded(UnaryOperator<double[]> other) {
        return with(copy -> copy.rounded = other);
    }

    private PotentialSubject with(Consumer<Parts> change) {
        Parts copy = new Parts(parts);
        change.accept(copy);
        return new PotentialSubject(copy);
    }

    @Override
    public String toString() {
        return parts.name;
    }
}
