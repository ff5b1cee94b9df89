package org.legendre.optimize.problem;

import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.SmoothFunction;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Objective;

/**
 * Small problems with their optimum in closed form, and their formula in derivative arithmetic.
 *
 * @param objective the problem
 * @param formula f, as its definition says
 * @param simplex whether the minimum is that over the simplex, or else the orthant
 * @param optimum where it is
 * @param value f there
 */
record Cases(
        Objective<Weights, Differential<Weights>> objective,
        SmoothFunction formula,
        boolean simplex,
        List<Double> optimum,
        double value) {
    /** Three horses that win a half, a quarter and a quarter of the races; bets on the optimum are those shares (Kelly 1956). */
    static final double[][] RACES = {{1.5, 0, 0}, {0, 5, 0}, {1.5, 0, 0}, {0, 0, 3}};

    /** Quadratic regression at −1, −0.6, 0, 0.3, 0.8, 1: a third of the weight on −1, 0 and 1. */
    static final double[][] DESIGN = {
        {1, 1, 1, 1, 1, 1}, {-1, -0.6, 0, 0.3, 0.8, 1}, {1, 0.36, 0, 0.09, 0.64, 1},
    };

    /** The second column is not used: with x₂ = 0 the differential is (0, ½). */
    static final double[][] COLUMNS = {{1, 2}, {1, 1}};

    /** The Z channel with error ½, and between its inputs a third one that is worse than either. */
    static final double[][] Z_CHANNEL = {{1, 0}, {0.75, 0.25}, {0.5, 0.5}};

    static final double[] POISSON_COUNTS = {1, 3};
    static final double[] OBSERVATIONS = {1, 4};

    static final List<Cases> ALL = List.of(
            new Cases(
                    LogOptimalPortfolio.of(RACES),
                    Cases::portfolio,
                    true,
                    List.of(0.5, 0.25, 0.25),
                    -0.5 * Math.log(0.75) - 0.25 * Math.log(1.25) - 0.25 * Math.log(0.75)),
            new Cases(
                    LogOptimalPortfolio.of(Probabilities.of(0.5, 0.25, 0.25), RACES[0], RACES[1], RACES[3]),
                    Cases::portfolio,
                    true,
                    List.of(0.5, 0.25, 0.25),
                    -0.5 * Math.log(0.75) - 0.25 * Math.log(1.25) - 0.25 * Math.log(0.75)),
            new Cases(
                    DOptimalDesign.of(DESIGN),
                    Cases::design,
                    true,
                    List.of(1 / 3.0, 0.0, 1 / 3.0, 0.0, 0.0, 1 / 3.0),
                    -Math.log(4.0 / 27)),
            new Cases(ChannelCapacity.of(Z_CHANNEL), Cases::capacity, true, List.of(0.6, 0.0, 0.4), -Math.log(1.25)),
            new Cases(
                    PoissonInverse.of(COLUMNS, POISSON_COUNTS),
                    x -> divergence(POISSON_COUNTS, x, false),
                    false,
                    List.of(2.0, 0.0),
                    3 * Math.log(1.5) - Math.log(2)),
            new Cases(
                    KullbackLeiblerRegression.of(COLUMNS, OBSERVATIONS),
                    x -> divergence(OBSERVATIONS, x, true),
                    false,
                    List.of(2.0, 0.0),
                    1));

    static DerivativeStructure portfolio(DerivativeStructure[] x) {
        DerivativeStructure sum = x[0].multiply(0);
        for (double[] race : RACES) {
            sum = sum.subtract(dot(race, x).log());
        }
        return sum.divide(RACES.length);
    }

    /** The determinant of the 3×3 matrix with entries m₀ … m₄ along its antidiagonals, the moments of the design. */
    static DerivativeStructure design(DerivativeStructure[] x) {
        DerivativeStructure[] m = new DerivativeStructure[5];
        for (int power = 0; power < 5; power++) {
            double[] row = new double[6];
            for (int k = 0; k < 6; k++) {
                row[k] = Math.pow(DESIGN[1][k], power);
            }
            m[power] = dot(row, x);
        }
        DerivativeStructure a = m[0].multiply(m[2].multiply(m[4]).subtract(m[3].square()));
        DerivativeStructure b = m[1].multiply(m[1].multiply(m[4]).subtract(m[2].multiply(m[3])));
        DerivativeStructure c = m[2].multiply(m[1].multiply(m[3]).subtract(m[2].square()));
        return a.subtract(b).add(c).log().negate();
    }

    /** −Σ xᵢWᵢⱼ log(Wᵢⱼ/rⱼ), less Σ xᵢ − 1 and x times what rows and r miss of each other. */
    static DerivativeStructure capacity(DerivativeStructure[] x) {
        DerivativeStructure sum = x[0].multiply(0);
        for (int j = 0; j < 2; j++) {
            double[] column = {Z_CHANNEL[0][j], Z_CHANNEL[1][j], Z_CHANNEL[2][j]};
            DerivativeStructure r = dot(column, x);
            for (int i = 0; i < 3; i++) {
                double w = column[i];
                DerivativeStructure term = w == 0
                        ? r
                        : r.reciprocal()
                                .multiply(w)
                                .log()
                                .multiply(w)
                                .subtract(w)
                                .add(r);
                sum = sum.subtract(x[i].multiply(term));
            }
        }
        return sum;
    }

    private static DerivativeStructure divergence(double[] b, DerivativeStructure[] x, boolean swapped) {
        DerivativeStructure sum = x[0].multiply(0);
        for (int i = 0; i < 2; i++) {
            DerivativeStructure u = dot(COLUMNS[i], x);
            DerivativeStructure log = u.divide(b[i]).log();
            sum = swapped
                    ? sum.add(u.multiply(log)).subtract(u).add(b[i])
                    : sum.subtract(log.multiply(b[i])).add(u).subtract(b[i]);
        }
        return sum;
    }

    private static DerivativeStructure dot(double[] row, DerivativeStructure[] x) {
        DerivativeStructure sum = x[0].multiply(row[0]);
        for (int j = 1; j < row.length; j++) {
            sum = sum.add(x[j].multiply(row[j]));
        }
        return sum;
    }

    /** A point of the interior, at a distance of the order of the scale from the optimum. */
    double[] near(SplittableRandom random, double scale) {
        double[] x = random.doubles(optimum.size(), 0.1, 1).toArray();
        double sum = 0;
        for (double entry : x) {
            sum += entry;
        }
        for (int i = 0; i < x.length; i++) {
            x[i] = (1 - scale) * optimum.get(i) + scale * (simplex ? x[i] / sum : x[i]);
        }
        return x;
    }

    @Override
    public String toString() {
        return objective.toString();
    }
}
