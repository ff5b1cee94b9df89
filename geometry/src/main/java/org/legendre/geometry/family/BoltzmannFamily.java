package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/** All Boltzmann machines on n units. η → θ is Newton's certified solve. */
final class BoltzmannFamily extends NamedFamily<Vec<Euclidean>, BoltzmannMachine> {
    private final int n;

    BoltzmannFamily(int n) {
        super("boltzmann-machine", names(n), Legendre.of(new LogPartition(n)));
        this.n = n;
    }

    private static List<String> names(int n) {
        List<String> names = new ArrayList<>(List.of("units"));
        for (int i = 1; i <= n; i++) {
            names.add("bias" + i);
        }
        for (int i = 1; i <= n; i++) {
            for (int j = 1; j < i; j++) {
                names.add("coupling" + i + "," + j);
            }
        }
        return names;
    }

    /** ψ(θ) = log Σₓ exp⟨θ, T(x)⟩ over the 2ⁿ states. Its third derivative is the default's. */
    private record LogPartition(int n) implements Potential {
        @Override
        public Domain domain() {
            return Domain.reals(BinaryTables.dimension(n));
        }

        @Override
        public double value(double[] t) {
            return BoltzmannStates.of(n, t).logPartition();
        }

        @Override
        public void gradient(double[] t, double[] out) {
            System.arraycopy(BoltzmannStates.of(n, t).expectationFromMode(), 0, out, 0, out.length);
        }

        @Override
        public Hessian hessian(double[] t) {
            return new BoltzmannHessian(BoltzmannStates.of(n, t));
        }
    }

    /** The index of a state, or −1 if an entry is neither 0 nor 1. */
    static int state(int n, Vec<Euclidean> x) {
        DomainException.requireLength("observation", x.toArray(), n);
        int state = 0;
        for (int i = 0; i < n; i++) {
            if (x.get(i) == 1) {
                state |= 1 << i;
            } else if (x.get(i) != 0) {
                return -1;
            }
        }
        return state;
    }

    @Override
    public String toString() {
        return name() + " (" + dimension() + " coordinates)";
    }

    @Override
    BoltzmannMachine create(double[] parameters) {
        if (parameters[0] != n) {
            throw new DomainException("number of units", parameters[0], "" + n);
        }
        return atNatural(Arrays.copyOfRange(parameters, 1, parameters.length));
    }

    @Override
    BoltzmannMachine atSource(double[] source) {
        return atNatural(DomainException.requireLength("source", source, dimension()));
    }

    @Override
    BoltzmannMachine atNatural(double[] t) {
        return new BoltzmannMachine(Vec.of(Arrays.copyOf(t, n)), Vec.of(Arrays.copyOfRange(t, n, t.length)));
    }

    @Override
    double[][] jacobian(Vec<Source> source) {
        double[][] identity = new double[source.size()][source.size()];
        for (int i = 0; i < identity.length; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /** {@inheritDoc} The probabilities of the four states of each pair have to be positive; what else the image of ∇ψ demands the solve finds out. */
    @Override
    public BoltzmannMachine atExpectation(Vec<Expectation> eta) {
        double[] e = DomainException.requireLength("η", eta.toArray(), dimension());
        for (int i = 0; i < n; i++) {
            requireInside(e, "unit " + i + " is on", e[i]);
            requireInside(e, "unit " + i + " is off", 1 - e[i]);
            for (int j = 0; j < i; j++) {
                double both = e[BinaryTables.coupling(n, i, j)];
                String pair = "units " + j + " and " + i + " are ";
                requireInside(e, pair + "on and on", both);
                requireInside(e, pair + "off and on", e[i] - both);
                requireInside(e, pair + "on and off", e[j] - both);
                requireInside(e, pair + "off and off", 1 - e[i] - (e[j] - both));
            }
        }
        return member(potential()
                .conjugate()
                .gradient(Vec.of(potential().conjugate().domain().require("η", e))));
    }

    private static void requireInside(double[] eta, String event, double probability) {
        if (!(probability > 0)) {
            throw new DomainException(
                    "η",
                    eta,
                    "that of a machine, where every state is possible (the probability that " + event + " is "
                            + probability + ": no likelihood is the largest)");
        }
    }

    @Override
    public Vec<Expectation> statistic(Vec<Euclidean> x) {
        int state = state(n, x);
        if (state < 0) {
            throw new DomainException("observation", x, "entries 0 and 1");
        }
        double[] t = new double[dimension()];
        for (int i = 0; i < n; i++) {
            t[i] = state >> i & 1;
            for (int j = 0; j < i; j++) {
                t[BinaryTables.coupling(n, i, j)] = (state >> i & 1) * (state >> j & 1);
            }
        }
        return Vec.of(t);
    }

    @Override
    public double logBaseMeasure(Vec<Euclidean> x) {
        return state(n, x) < 0 ? Double.NEGATIVE_INFINITY : 0;
    }
}
