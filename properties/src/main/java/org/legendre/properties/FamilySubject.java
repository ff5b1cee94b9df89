package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;
import org.legendre.geometry.SmoothFunction;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;
import org.legendre.optimize.Geometry;

/**
 * What an exponential family claims, part by part, on plain arrays: ψ, ∇ψ, Fisher, ψ*, ∇ψ*, KL in natural coordinates and how an index
 * is raised. Each part can be replaced ({@code with…}), which is how a mutant is made.
 */
public final class FamilySubject implements Subject {
    private final FamilyParts parts;

    private FamilySubject(FamilyParts parts) {
        this.parts = parts;
    }

    /**
     * A family as it is: KL through its members' own {@code klTo}.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member
     * @param family the family
     * @return the subject
     */
    public static <T, M extends Member<T, M>> FamilySubject of(ExponentialFamily<T, M> family) {
        Function<double[], M> member = theta -> family.member(Vec.of(theta));
        FamilyParts parts = new FamilyParts(
                family.name() + (family.dimension() > 1 ? " (" + family.dimension() + " coordinates)" : ""),
                family.potential(),
                (p, q) -> member.apply(p).klTo(member.apply(q)));
        parts.symmetric = family.symmetric();
        parts.potential = parts.potential.withRounded(
                theta -> member.apply(theta).natural().toArray());
        parts.same = (p, q) -> member.apply(p).equals(member.apply(q));
        parts.charts = ChartSubject.of(parts.potential, family);
        parts.observations = ObservationSubject.of(new FamilySubject(new FamilyParts(parts)), family);
        return new FamilySubject(parts);
    }

    /**
     * A family of your own: its log-partition and its KL.
     *
     * @param name the name
     * @param psi ψ with its conjugate
     * @param kl (θ_p, θ_q) ↦ KL(p‖q), to full relative accuracy also where the two nearly agree
     * @return the subject
     */
    public static FamilySubject of(
            String name, Legendre<Natural, Expectation> psi, ToDoubleBiFunction<double[], double[]> kl) {
        return new FamilySubject(new FamilyParts(name, psi, kl));
    }

    /**
     * A family of your own by its log-partition alone; KL is the Bregman divergence with its arguments swapped.
     *
     * @param name the name
     * @param psi ψ with its conjugate
     * @return the subject
     */
    public static FamilySubject of(String name, Legendre<Natural, Expectation> psi) {
        return of(name, psi, (p, q) -> psi.bregman(Vec.of(q), Vec.of(p)));
    }

    /**
     * A family of your own, from two formulas: derivatives come by automatic differentiation and the conjugate by Newton's method.
     *
     * @param name the name
     * @param domain the natural domain
     * @param psi the log-partition ψ(θ)
     * @param kl (θ_p, θ_q) ↦ KL(p‖q), to full relative accuracy also where the two nearly agree
     * @return the subject
     */
    public static FamilySubject of(
            String name, Domain domain, SmoothFunction psi, ToDoubleBiFunction<double[], double[]> kl) {
        return of(name, Legendre.of(Potential.of(domain, psi)), kl);
    }

    @Override
    public String name() {
        return parts.potential.name();
    }

    /**
     * {@inheritDoc}
     *
     * @return the natural domain, of θ
     */
    @Override
    public Domain domain() {
        return parts.potential.domain();
    }

    @Override
    public boolean resolves(double[] theta) {
        return parts.potential.resolves(theta);
    }

    /** {@inheritDoc} A family is held to the laws of its KL and of its log-partition too, and of its charts and its observations if they are known. */
    @Override
    public List<Subject> aspects() {
        List<Subject> aspects = new ArrayList<>(List.of(divergence(), potential(), this));
        charts().ifPresent(aspects::add);
        observations().ifPresent(aspects::add);
        return List.copyOf(aspects);
    }

    /**
     * The Fisher metric of this family in its other coordinates.
     *
     * @return the subject; empty for a family known by ψ and KL alone
     */
    public Optional<ChartSubject> charts() {
        return Optional.ofNullable(parts.charts).map(known -> known.withPotential(potential()));
    }

    /**
     * The observations of this family, for the laws of densities and draws.
     *
     * @return the subject; empty for a family known by ψ and KL alone
     */
    public Optional<ObservationSubject> observations() {
        return Optional.ofNullable(parts.observations).map(known -> known.withFamily(withoutObservations()));
    }

    /**
     * The same family, known by ψ and KL alone.
     *
     * @return the subject
     */
    public FamilySubject withoutObservations() {
        return with(copy -> {
            copy.observations = null;
            copy.charts = null;
        });
    }

    /**
     * The same family with other observations.
     *
     * @param other densities, draws and inference
     * @return the subject
     */
    public FamilySubject withObservations(ObservationSubject other) {
        return with(copy -> copy.observations = other);
    }

    /**
     * The log-partition alone, for the laws of Legendre functions.
     *
     * @return ψ, its derivatives and its conjugate
     */
    public PotentialSubject potential() {
        return parts.potential;
    }

    /**
     * Whether the family declares KL(p‖q) = KL(q‖p).
     *
     * @return true if it does
     */
    public boolean symmetric() {
        return parts.symmetric;
    }

    /**
     * The KL alone, for the laws of divergences.
     *
     * @return (θ_p, θ_q) ↦ KL(p‖q)
     */
    public DivergenceSubject divergence() {
        PotentialSubject psi = parts.potential;
        return new DivergenceSubject(
                name(),
                domain(),
                parts.kl,
                parts.symmetric,
                parts.same,
                this::resolves,
                false,
                theta -> new Point(psi, theta).uncertainty());
    }

    /**
     * ψ(θ).
     *
     * @param theta θ
     * @return the log-partition
     */
    public double value(double[] theta) {
        return parts.potential.value(theta);
    }

    /**
     * η = ∇ψ(θ).
     *
     * @param theta θ
     * @return η, a new array
     */
    public double[] gradient(double[] theta) {
        return parts.potential.gradient(theta);
    }

    /**
     * The Fisher matrix at θ.
     *
     * @param theta θ
     * @return G(θ)
     */
    public Hessian fisher(double[] theta) {
        return parts.potential.hessian(theta);
    }

    /**
     * ψ*(η).
     *
     * @param eta η
     * @return the dual potential
     */
    public double conjugateValue(double[] eta) {
        return parts.potential.conjugateValue(eta);
    }

    /**
     * θ = ∇ψ*(η).
     *
     * @param eta η
     * @return θ, a new array
     */
    public double[] conjugateGradient(double[] eta) {
        return parts.potential.conjugateGradient(eta);
    }

    /**
     * KL(p‖q).
     *
     * @param thetaP θ of p
     * @param thetaQ θ of q
     * @return the divergence in nats
     */
    public double kl(double[] thetaP, double[] thetaQ) {
        return parts.kl.applyAsDouble(thetaP.clone(), thetaQ.clone());
    }

    /**
     * The natural gradient G(θ)⁻¹g of a differential g at θ.
     *
     * @param theta θ
     * @param differential g, the partial derivatives with respect to θ
     * @return the tangent, a new array
     */
    public double[] raise(double[] theta, double[] differential) {
        return parts.raise.apply(theta.clone(), differential.clone());
    }

    /**
     * How natural gradient descends in θ.
     *
     * @return the geometry, {@code Geometry.natural(psi)} unless replaced
     */
    public Geometry<Natural, Expectation> natural() {
        return parts.natural;
    }

    /**
     * How mirror descent descends in η.
     *
     * @return the geometry, {@code Geometry.mirror(psi.conjugate())} unless replaced
     */
    public Geometry<Expectation, Natural> mirror() {
        return parts.mirror;
    }

    /**
     * How mirror descent descends in θ: another algorithm than {@link #mirror}.
     *
     * @return the geometry, {@code Geometry.mirror(psi)} unless replaced
     */
    public Geometry<Natural, Expectation> mirrorInNatural() {
        return parts.mirrorInNatural;
    }

    /**
     * How natural gradient descends in η: another algorithm than {@link #natural}.
     *
     * @return the geometry, {@code Geometry.natural(psi.conjugate())} unless replaced
     */
    public Geometry<Expectation, Natural> naturalInExpectation() {
        return parts.naturalInExpectation;
    }

    /**
     * The same subject under another name.
     *
     * @param other the name
     * @return the subject
     */
    public FamilySubject named(String other) {
        return with(copy -> copy.potential = copy.potential.named(other));
    }

    /**
     * The same subject, declaring symmetry or not.
     *
     * @param declared whether KL(p‖q) = KL(q‖p) is claimed
     * @return the subject
     */
    public FamilySubject withSymmetric(boolean declared) {
        return with(copy -> copy.symmetric = declared);
    }

    /**
     * The same subject, which claims nothing of members further out.
     *
     * @param chartCoordinates how large a coordinate in the natural domain's chart may be, 4 at least
     * @return the subject
     * @throws org.legendre.geometry.DomainException if it is below 4
     */
    public FamilySubject withReach(double chartCoordinates) {
        return with(copy -> copy.potential = copy.potential.withReach(chartCoordinates));
    }

    /**
     * The same subject with another ψ; the other parts stay.
     *
     * @param other ψ
     * @return the subject
     */
    public FamilySubject withValue(ToDoubleFunction<double[]> other) {
        return with(copy -> copy.potential = copy.potential.withValue(other));
    }

    /**
     * The same subject with another mean map ∇ψ; the other parts stay.
     *
     * @param other θ ↦ η
     * @return the subject
     */
    public FamilySubject withGradient(UnaryOperator<double[]> other) {
        return with(copy -> copy.potential = copy.potential.withGradient(other));
    }

    /**
     * The same subject with another Fisher matrix; the other parts, {@link #raise} among them, stay.
     *
     * @param other θ ↦ G(θ)
     * @return the subject
     */
    public FamilySubject withFisher(Function<double[], Hessian> other) {
        return with(copy -> copy.potential = copy.potential.withHessian(other));
    }

    /**
     * The same subject with another ψ*; the other parts stay.
     *
     * @param other ψ*
     * @return the subject
     */
    public FamilySubject withConjugateValue(ToDoubleFunction<double[]> other) {
        return with(copy -> copy.potential = copy.potential.withConjugateValue(other));
    }

    /**
     * The same subject with another ∇ψ*; the other parts stay.
     *
     * @param other η ↦ θ
     * @return the subject
     */
    public FamilySubject withConjugateGradient(UnaryOperator<double[]> other) {
        return with(copy -> copy.potential = copy.potential.withConjugateGradient(other));
    }

    /**
     * The same subject with another KL; the other parts stay.
     *
     * @param other (θ_p, θ_q) ↦ KL(p‖q)
     * @return the subject
     */
    public FamilySubject withKl(ToDoubleBiFunction<double[], double[]> other) {
        return with(copy -> copy.kl = other);
    }

    /**
     * The same subject with another natural gradient; the other parts stay.
     *
     * @param other (θ, g) ↦ G(θ)⁻¹g
     * @return the subject
     */
    public FamilySubject withRaise(BinaryOperator<double[]> other) {
        return with(copy -> copy.raise = other);
    }

    /**
     * The same subject with another geometry for natural gradient in θ; the other parts stay.
     *
     * @param other the geometry
     * @return the subject
     */
    public FamilySubject withNatural(Geometry<Natural, Expectation> other) {
        return with(copy -> copy.natural = other);
    }

    /**
     * The same subject with another geometry for mirror descent in η; the other parts stay.
     *
     * @param other the geometry
     * @return the subject
     */
    public FamilySubject withMirror(Geometry<Expectation, Natural> other) {
        return with(copy -> copy.mirror = other);
    }

    /**
     * The same subject with another geometry for mirror descent in θ; the other parts stay.
     *
     * @param other the geometry
     * @return the subject
     */
    public FamilySubject withMirrorInNatural(Geometry<Natural, Expectation> other) {
        return with(copy -> copy.mirrorInNatural = other);
    }

    /**
     * The same subject with another geometry for natural gradient in η; the other parts stay.
     *
     * @param other the geometry
     * @return the subject
     */
    public FamilySubject withNaturalInExpectation(Geometry<Expectation, Natural> other) {
        return with(copy -> copy.naturalInExpectation = other);
    }

    private FamilySubject with(Consumer<FamilyParts> change) {
        FamilyParts copy = new FamilyParts(parts);
        change.accept(copy);
        return new FamilySubject(copy);
    }

    @Override
    public String toString() {
        return parts.potential.name();
    }
}
