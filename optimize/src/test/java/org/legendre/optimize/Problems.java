package org.legendre.optimize;

import org.legendre.geometry.Differential;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Convex problems whose optimum is known in closed form. */
final class Problems {
    /** Win probabilities of a horse race: the log-optimal bets are the probabilities themselves (Kelly 1956). */
    static final double[] RACE = {0.5, 0.25, 0.15, 0.1};

    /** Odds of the race. */
    static final double[] ODDS = {1.5, 4, 8, 9};

    /** Design points of a quadratic regression on [−1, 1]; the D-optimal design has a third of its weight on −1, 0 and 1. */
    static final double[] DESIGN_POINTS = {-1, -0.6, 0, 0.3, 0.8, 1};

    /** The least −log det of the information matrix: the Vandermonde determinant of −1, 0, 1 is 2, so det = 4/27. */
    static final double DESIGN_OPTIMUM = -Math.log(4.0 / 27);

    private Problems() {}

    static Vec<Weights> uniform(int n) {
        return Vec.generate(n, i -> 1.0 / n);
    }

    /** −Σ pᵢ log(oᵢwᵢ): minus the expected growth of a fully invested bettor. */
    static Objective<Weights, Differential<Weights>> race() {
        return new Objective<>() {
            @Override
            public int size() {
                return RACE.length;
            }

            @Override
            public double value(double[] w) {
                double sum = 0;
                for (int i = 0; i < w.length; i++) {
                    sum -= RACE[i] * Math.log(ODDS[i] * w[i]);
                }
                return sum;
            }

            @Override
            public double gradient(double[] w, double[] out) {
                for (int i = 0; i < w.length; i++) {
                    out[i] = -RACE[i] / w[i];
                }
                return value(w);
            }
        };
    }

    static double raceOptimum() {
        return race().value(RACE);
    }

    /** −log det Σ wᵢhᵢhᵢᵀ with hᵢ = (1, tᵢ, tᵢ²); its differential is −hᵢᵀM⁻¹hᵢ. */
    static Objective<Weights, Differential<Weights>> design() {
        return new Objective<>() {
            @Override
            public int size() {
                return DESIGN_POINTS.length;
            }

            private PositiveDefinite information(double[] w) {
                double[][] rows = new double[3][3];
                for (int k = 0; k < w.length; k++) {
                    for (int i = 0; i < 3; i++) {
                        for (int j = 0; j < 3; j++) {
                            rows[i][j] += w[k] * Math.pow(DESIGN_POINTS[k], i + j);
                        }
                    }
                }
                return PositiveDefinite.of(rows);
            }

            @Override
            public double value(double[] w) {
                return -information(w).logDeterminant();
            }

            @Override
            public double gradient(double[] w, double[] out) {
                PositiveDefinite information = information(w);
                for (int k = 0; k < w.length; k++) {
                    double t = DESIGN_POINTS[k];
                    out[k] = -information.inverseQuadratic(new double[] {1, t, t * t});
                }
                return -information.logDeterminant();
            }
        };
    }

    /** ½Σ cᵢ(xᵢ − 1)² + offset. */
    static Objective<Weights, Differential<Weights>> bowl(double offset, double... c) {
        return Objective.of(
                c.length,
                x -> {
                    double sum = 0;
                    for (int i = 0; i < c.length; i++) {
                        sum += 0.5 * c[i] * (x.get(i) - 1) * (x.get(i) - 1);
                    }
                    return sum + offset;
                },
                x -> Vec.generate(c.length, i -> c[i] * (x.get(i) - 1)));
    }

    /** A bowl of condition 3 whose differential has errors of 1e-9, the same at the same point. */
    static Objective<Weights, Differential<Weights>> noisyBowl(double offset) {
        Objective<Weights, Differential<Weights>> exact = bowl(offset, 1, 3);
        return Objective.of(
                2,
                exact::value,
                x -> exact.gradient(x)
                        .plus(Vec.of(1e-9 * Math.sin(1e13 * x.get(0)), 1e-9 * Math.sin(1e13 * x.get(1)))));
    }

    static Geometry<Weights, Differential<Weights>> burgSimplex(int n) {
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(n);
        return Geometry.mirror(burg, Constraint.simplex());
    }

    static Geometry<Weights, Differential<Weights>> euclidean(int n) {
        return Geometry.euclidean(n);
    }

    static Hessian indefinite() {
        return new Hessian() {
            @Override
            public int size() {
                return 2;
            }

            @Override
            public void multiply(double[] v, double[] out) {
                out[0] = -v[0];
                out[1] = -v[1];
            }

            @Override
            public void solve(double[] g, double[] out) {
                multiply(g, out);
            }

            @Override
            public double quadratic(double[] v) {
                return -v[0] * v[0] - v[1] * v[1];
            }

            @Override
            public double inverseQuadratic(double[] g) {
                return quadratic(g);
            }

            @Override
            public double logDeterminant() {
                return Double.NaN;
            }
        };
    }
}
