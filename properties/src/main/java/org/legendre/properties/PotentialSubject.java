package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;

/**
 * What a function of Legendre type claims, part by part, on plain arrays: ψ and ψ* with their first two derivatives, ∇³ψ, the
 * Bregman divergences of both and the skewed Jensen divergence. Each part can be replaced ({@code with…}), which
 * is how a mutant is made.
 */
public final class PotentialSubject implements Subject {
    /** A skewed Jensen divergence. */
    @FunctionalInterface
    public interface Skewed {
        /**
         * J_α(a, b) = αψ(a) + (1−α)ψ(b) − ψ(αa + (1−α)b).
         *
         * @param a a point
         * @param b a point
         * @param alpha the weight α of a
         * @return the divergence
         */
        double between(double[] a, double[] b, double alpha);
    }

    /** A tensor of third derivatives, contracted twice. */
    @FunctionalInterface
    public interface Third {
        /**
         * ∇³ψ(x)[u, v].
         *
         * @param x a point
         * @param u a tangent
         * @param v a tangent
         * @return the covector, a new array
         */
        double[] at(double[] x, double[] u, double[] v);
    }

    /** √gᵢᵢ above this keeps gᵢᵢδ², for displacements δ of 1e-12, a normal number. */
    private static final double SMALLEST_UNIT = 1e-130;
    /** The reach of moderate samples in the chart. */
    private static final double CENTRAL = 4;
    /** The reach in which every θ has to be away from the boundary in the family's own parameters: e^(−e³) is above 2⁻⁵³. */
    private static final double STORED = 3;

    private final PotentialParts parts;

    private PotentialSubject(PotentialParts parts) {
        this.parts = parts;
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
        return new PotentialSubject(new PotentialParts(name, psi));
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
     * it is not positive definite, a ψ that overflows or a neighbour outside the domain is excused far out only: within four units of the chart's origin it is a defect for the laws to report. So is,
     * within three, a point that the parameters of a family round to the boundary (a probability that rounds to 1), where no θ is left.
     */
    @Override
    public boolean resolves(double[] x) {
        if (!parts.domain.contains(x) || (parts.reach < Double.POSITIVE_INFINITY && !within(x, parts.reach))) {
            return false;
        }
        try {
            for (double unit : Rounding.unitLengths(hessian(x))) {
                if (!(unit > SMALLEST_UNIT && unit < 1 / SMALLEST_UNIT)) {
                    return false;
                }
            }
            if (Double.isInfinite(value(x)) || Points.atTheEdge(parts.domain, x)) {
                return within(x, CENTRAL);
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
        try {
            return Arrays.stream(parts.domain.toChart(x)).allMatch(coordinate -> Math.abs(coordinate) <= reach);
        } catch (DomainException tooNearTheBoundary) {
            return false;
        }
    }

    /** {@inheritDoc} D_ψ is held to the laws of divergences too. */
    @Override
    public List<Subject> aspects() {
        return List.of(divergence(), this);
    }

    /**
     * The Bregman divergence alone, for the laws of divergences.
     *
     * @return (a, b) ↦ D_ψ(a, b)
     */
    public DivergenceSubject divergence() {
        return new DivergenceSubject(
                name(),
                domain(),
                parts.bregman,
                parts.quadratic,
                Arrays::equals,
                this::resolves,
                false,
                x -> new Point(this, x).uncertainty());
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
     * ∇²ψ*(y).
     *
     * @param y a dual point
     * @return the conjugate's Hessian there
     */
    public Hessian conjugateHessian(double[] y) {
        return parts.conjugateHessian.apply(y.clone());
    }

    /**
     * ∇³ψ(x)[u, v].
     *
     * @param x a point
     * @param u a tangent
     * @param v a tangent
     * @return the covector, a new array
     */
    public double[] third(double[] x, double[] u, double[] v) {
        return parts.third.at(x.clone(), u.clone(), v.clone());
    }

    /**
     * D_ψ(a, b).
     *
     * @param a a point
     * @param b a point
     * @return the Bregman divergence of ψ
     */
    public double bregman(double[] a, double[] b) {
        return parts.bregman.applyAsDouble(a.clone(), b.clone());
    }

    /**
     * D_ψ*(y, z).
     *
     * @param y a dual point
     * @param z a dual point
     * @return the Bregman divergence of ψ*
     */
    public double conjugateBregman(double[] y, double[] z) {
        return parts.conjugateBregman.applyAsDouble(y.clone(), z.clone());
    }

    /**
     * J_α(a, b).
     *
     * @param a a point
     * @param b a point
     * @param alpha the weight α of a
     * @return the skewed Jensen divergence of ψ
     */
    public double skewedJensen(double[] a, double[] b, double alpha) {
        return parts.skewedJensen.between(a.clone(), b.clone(), alpha);
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
     * The same subject, declaring that ψ is quadratic, so that D_ψ(a, b) = D_ψ(b, a).
     *
     * @return the subject
     */
    public PotentialSubject declaredQuadratic() {
        return with(copy -> copy.quadratic = true);
    }

    /**
     * The same subject with another ψ; the other parts stay, D_ψ among them.
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
     * The same subject with another ∇²ψ*; the other parts stay.
     *
     * @param other ∇²ψ*
     * @return the subject
     */
    public PotentialSubject withConjugateHessian(Function<double[], Hessian> other) {
        return with(copy -> copy.conjugateHessian = other);
    }

    /**
     * The same subject with another ∇³ψ; the other parts stay.
     *
     * @param other ∇³ψ
     * @return the subject
     */
    public PotentialSubject withThird(Third other) {
        return with(copy -> copy.third = other);
    }

    /**
     * The same subject with another D_ψ; the other parts stay.
     *
     * @param other D_ψ
     * @return the subject
     */
    public PotentialSubject withBregman(ToDoubleBiFunction<double[], double[]> other) {
        return with(copy -> copy.bregman = other);
    }

    /**
     * The same subject with another D_ψ*; the other parts stay.
     *
     * @param other D_ψ*
     * @return the subject
     */
    public PotentialSubject withConjugateBregman(ToDoubleBiFunction<double[], double[]> other) {
        return with(copy -> copy.conjugateBregman = other);
    }

    /**
     * The same subject with another J_α; the other parts stay.
     *
     * @param other J_α
     * @return the subject
     */
    public PotentialSubject withSkewedJensen(Skewed other) {
        return with(copy -> copy.skewedJensen = other);
    }

    /**
     * The same subject, which claims nothing of points further out: of a method that is known to lose digits at extremes, say.
     *
     * @param chartCoordinates how large a coordinate in the domain's chart may be; 4 at least, for nearer points are always examined
     * @return the subject
     * @throws DomainException if it is below 4
     */
    public PotentialSubject withReach(double chartCoordinates) {
        if (!(chartCoordinates >= CENTRAL)) {
            throw new DomainException("reach", chartCoordinates, "a number ≥ " + CENTRAL);
        }
        return with(copy -> copy.reach = chartCoordinates);
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

    private PotentialSubject with(Consumer<PotentialParts> change) {
        PotentialParts copy = new PotentialParts(parts);
        change.accept(copy);
        return new PotentialSubject(copy);
    }

    @Override
    public String toString() {
        return parts.name;
    }
}
