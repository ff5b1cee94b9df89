package org.legendre.optimize.information;

import java.util.Arrays;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.information.LinearFamily;
import org.legendre.optimize.Outcome;

/**
 * The I-projection p* of a base measure q onto a linear family: the distribution of given moments with the least KL(p‖q); for uniform q that of maximum entropy. A die that shows 4.5 on
 * average:
 *
 * <pre>{@code
 * var family = LinearFamily.of(new double[][] {{1, 2, 3, 4, 5, 6}}, 4.5);
 * var die = InformationProjection.of(Probabilities.uniform(6), family);
 * die.probabilities();   // ∝ exp(λ·i)
 * die.multipliers();     // λ = .371048938081033
 * }</pre>
 *
 * <p>It is the point where the family meets the exponential family pᵢ ∝ qᵢ exp Σ λⱼfⱼ(i) (or its closure), and so at once the forward projection onto that family of every p that
 * has the moments: KL(p‖q) = KL(p‖p*) + KL(p*‖q), which {@link #pythagoreanResidual} measures. The {@link #gap} bounds what is missing of the least divergence.
 *
 * <p>Three ways lead there: {@link #of Newton's} on the dual; {@link IterativeScaling}; and {@link IterativeProportionalFitting} where the moments are margins of a table. Moments on the boundary
 * of what is possible have a p* with zeros besides those of q, found by restriction to the outcomes that some member allows. Impossible moments are refused with a {@link Separation}.
 *
 * <p>Source: I. Csiszár, I-divergence geometry of probability distributions and minimization problems, Ann. Probab. 3 (1975), theorem 3.1; E. T. Jaynes, Information theory and statistical mechanics, Phys. Rev. 106 (1957).
 */
public final class InformationProjection {
    /** Where probabilities are tilted by more than this, in nats, the moments may be on the boundary and rounding have met them before their time. */
    private static final double REACH = 30;
    /** Moments further off, in proportion to their range, are not those that were required. */
    private static final double VIOLATION = 1e-12;

    private final Probabilities base;
    private final LinearFamily family;
    private final Probabilities probabilities;
    private final double[] multipliers;
    private final double gap;
    private final Outcome outcome;

    private InformationProjection(
            Probabilities base,
            LinearFamily family,
            Probabilities probabilities,
            double[] multipliers,
            double gap,
            Outcome outcome) {
        this.base = base;
        this.family = family;
        this.probabilities = probabilities;
        this.multipliers = multipliers;
        this.gap = gap;
        this.outcome = outcome;
    }

    /**
     * By Newton's method on the dual, min over λ of log Σ qᵢ exp Σ λⱼ(fⱼ(i) − bⱼ): natural gradient descent of the log-partition in its own Fisher metric, with Armijo's rule. A base measure of huge ratios
     * is reached through powers of it, each solve starting from the one before; where masses below rounding alone decide a multiplier, the outcome is not certified.
     *
     * @param base q
     * @param family the linear family
     * @return the projection
     * @throws DomainException if the numbers of outcomes differ
     * @throws InfeasibleException if no distribution that q allows has the moments
     * @throws org.legendre.geometry.ConvergenceException if none has, but by so little that rounding hides the proof
     */
    public static InformationProjection of(Probabilities base, LinearFamily family) {
        Support allowed = Face.within(requireSize(base, family), family);
        while (true) {
            MomentSystem system = MomentSystem.of(base, family, allowed);
            if (system.size() == 0) {
                return at(base, family, system, new double[0], new Outcome.Certified("q itself, restricted", 0));
            }
            DualSolve solve = DualSolve.of(system);
            if (solve.certified() && solve.reach() <= REACH) {
                return at(base, family, system, solve.multipliers(), solve.outcome());
            }
            Support face = Face.of(system, family);
            if (face == allowed) {
                return at(base, family, system, solve.multipliers(), solve.outcome());
            }
            allowed = face;
        }
    }

    /**
     * The forward projection of p onto the exponential family through q with given features: its member of the moments of p, which has the least KL(p‖·). Maximum likelihood, if p is an empirical distribution.
     *
     * @param p what to project
     * @param features m rows of length n
     * @param base q, of as many outcomes
     * @return the projection of q onto the linear family through p, the same point
     * @throws DomainException if a length is wrong or a number not finite
     * @throws InfeasibleException if q excludes what p needs
     */
    public static InformationProjection forward(Probabilities p, double[][] features, Probabilities base) {
        return of(base, LinearFamily.through(features, p));
    }

    /** The member of the exponential family at given multipliers of all features, as an answer. */
    static InformationProjection atMultipliers(
            Probabilities base, LinearFamily family, Support allowed, double[] multipliers, Outcome reached) {
        MomentSystem system = MomentSystem.of(base, family, allowed);
        double[] logits = new double[base.size()];
        Arrays.fill(logits, Double.NEGATIVE_INFINITY);
        for (int i : system.outcomes) {
            logits[i] = base.logProbability(i);
            for (int j = 0; j < multipliers.length; j++) {
                logits[i] += multipliers[j] * family.feature(j, i);
            }
        }
        Probabilities p = Probabilities.ofLogits(logits);
        double[] own =
                Arrays.stream(system.outcomes).mapToDouble(i -> logits[i]).toArray();
        double gap = system.size() == 0 ? 0 : new Tilt(system).correction(Probabilities.ofLogits(own)).gap;
        return new InformationProjection(base, family, p, multipliers.clone(), gap, reached);
    }

    private static InformationProjection at(
            Probabilities base, LinearFamily family, MomentSystem system, double[] lambda, Outcome outcome) {
        Tilt tilt = new Tilt(system);
        Probabilities p = tilt.member(lambda);
        double gap = lambda.length == 0 ? 0 : tilt.correction(p).gap;
        double[] multipliers = system.multipliers(lambda, family.constraints());
        Probabilities extended = system.extended(p, base.size());
        double violation = family.violation(extended);
        Outcome honest = violation <= VIOLATION
                ? outcome
                : new Outcome.Converged("the moments are violated by " + violation
                        + " of their range: they are possible to about this accuracy only");
        return new InformationProjection(base, family, extended, multipliers, gap, honest);
    }

    static Probabilities requireSize(Probabilities base, LinearFamily family) {
        if (base.size() != family.outcomes()) {
            throw new DomainException(
                    "outcomes of the base measure", base.size(), "those of the features, " + family.outcomes());
        }
        return base;
    }

    /**
     * The base measure.
     *
     * @return q
     */
    public Probabilities base() {
        return base;
    }

    /**
     * The linear family.
     *
     * @return the distributions of the required moments
     */
    public LinearFamily family() {
        return family;
    }

    /**
     * The projection.
     *
     * @return p*
     */
    public Probabilities probabilities() {
        return probabilities;
    }

    /**
     * The natural coordinates of the projection: log pᵢ = log qᵢ + Σ λⱼfⱼ(i) − ψ for every outcome with pᵢ &gt; 0. Features that depend on the others have the multiplier 0, or where the method
     * works on all of them (scaling, fitting) one of their many.
     *
     * @return λ₁, …, λₘ, a new array
     */
    public double[] multipliers() {
        return multipliers.clone();
    }

    /**
     * The least divergence.
     *
     * @return KL(p*‖q) in nats
     */
    public double divergence() {
        return probabilities.klTo(base);
    }

    /**
     * How far the dual value may be from the least divergence: KL(p̂‖p*) of a distribution p̂ that has exactly the required moments.
     *
     * @return the gap in nats, ≥ 0; +∞ where no such p̂ was found
     */
    public double gap() {
        return gap;
    }

    /**
     * How the computation ended.
     *
     * @return certified, if the gap is so small that the probabilities are right to 1e-10; never where the moments are off by more than 1e-12 of their range
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * What is missing in the theorem of Pythagoras, KL(p‖q) − KL(p‖p*) − KL(p*‖q), for a member p of the linear family. It is 0 for every one of them if and only if this is the
     * projection; Csiszár (1975), theorem 2.2.
     *
     * @param p a distribution of the required moments, absolutely continuous to q
     * @return the residual in nats, a rounding error
     * @throws DomainException if p has other moments (by more than 1e-9 of their range), or q excludes what p allows
     */
    public double pythagoreanResidual(Probabilities p) {
        double violation = family.violation(p);
        if (!(violation <= Probabilities.TOLERANCE)) {
            throw new DomainException(
                    "p", p, "a member of the linear family (its moments are off by " + violation + " of their range)");
        }
        double whole = p.klTo(base);
        if (whole == Double.POSITIVE_INFINITY) {
            throw new DomainException("p", p, "a distribution that the base measure allows, " + base);
        }
        return whole - p.klTo(probabilities) - divergence();
    }

    @Override
    public String toString() {
        return probabilities + " at KL " + divergence() + " nats, gap " + gap + "; " + outcome;
    }
}
