package org.legendre.geometry.information;

import java.util.Arrays;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;

/**
 * The free energy F(q) = E_q[E] − T H(q) of distributions over states with given energies. It is least for the Gibbs law p ∝ e^(−E/T), and what another one has
 * more is F(q) − F(p) = T KL(q‖p).
 *
 * <p>Energies and T are in one unit, entropies in nats (Boltzmann's constant is 1).
 *
 * <p>Source: J. W. Gibbs, Elementary Principles in Statistical Mechanics (1902), chapter 11; D. J. C. MacKay, Information Theory, Inference, and Learning Algorithms
 * (2003), section 33.1.
 */
public final class FreeEnergy {
    private final double temperature;
    private final double[] energies;
    private final Probabilities law;

    private FreeEnergy(double temperature, double[] energies) {
        this.temperature = temperature;
        this.energies = energies;
        this.law = Probabilities.ofLogits(exponents());
    }

    private double[] exponents() {
        return Arrays.stream(energies).map(energy -> -energy / temperature).toArray();
    }

    /**
     * States of given energies.
     *
     * @param temperature T, positive and finite
     * @param energies one for each state, finite
     * @return the free energy
     * @throws DomainException if T is not positive, an energy is not finite, or E/T overflows
     */
    public static FreeEnergy of(double temperature, double... energies) {
        DomainException.requirePositive("temperature", temperature);
        for (int i = 0; i < energies.length; i++) {
            DomainException.requireFinite("energy " + i, energies[i]);
            DomainException.requireFinite("energy over temperature of state " + i, energies[i] / temperature);
        }
        return new FreeEnergy(temperature, energies.clone());
    }

    /**
     * The Gibbs law p ∝ e^(−E/T), the distribution of equilibrium.
     *
     * @return the minimiser of F
     */
    public Probabilities law() {
        return law;
    }

    /**
     * The free energy of equilibrium, −T log Σ e^(−E/T).
     *
     * @return the least F; absolute error at most 1e-15 times the larger of T and the largest energy
     */
    public double least() {
        double[] exponents = exponents();
        return -temperature * Logs.logSumExp(exponents, 0, exponents.length);
    }

    /**
     * The free energy of a distribution.
     *
     * @param q a distribution over the states
     * @return E_q[E] − T H(q)
     * @throws DomainException if the sizes differ
     */
    public double of(Probabilities q) {
        requireStates(q);
        return Sums.dot(q.toArray(), energies) - temperature * q.entropy();
    }

    /**
     * What a distribution has more than equilibrium, without the subtraction: T KL(q‖p).
     *
     * @param q a distribution over the states
     * @return F(q) − F(p) ≥ 0, with the relative accuracy of {@link Probabilities#klTo}
     * @throws DomainException if the sizes differ
     */
    public double excess(Probabilities q) {
        requireStates(q);
        return temperature * q.klTo(law);
    }

    private void requireStates(Probabilities q) {
        if (q.size() != energies.length) {
            throw new DomainException("distribution", q, "one of " + energies.length + " states");
        }
    }

    @Override
    public String toString() {
        return "free energy at T = " + temperature + " of states with law " + law;
    }
}
