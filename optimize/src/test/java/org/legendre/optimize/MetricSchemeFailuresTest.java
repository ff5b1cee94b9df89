package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Schemes for a metric where something is wrong, near an edge, or interrupted while a solve fails. */
class MetricSchemeFailuresTest {
    private static final Vec<Weights> START = Vec.of(2);

    /** ½x² + 7 with a differential that is off by a factor. */
    private static Run<Weights, Differential<Weights>> spoiled(double factor) {
        return Descent.of(
                        Objective.of(1, x -> 0.5 * x.get(0) * x.get(0) + 7, x -> Vec.of(factor * x.get(0))),
                        Problems.euclidean(1))
                .by(Scheme.trustRegion(0.5, (x, y) -> 0))
                .until(Stopping.iterations(1000))
                .run(START);
    }

    @Test
    void aWrongDifferentialIsAccusedInATrustRegion() {
        for (double factor : new double[] {-1, 1e5, -0.001}) {
            Outcome.AssumptionViolated accused = assertInstanceOf(
                    Outcome.AssumptionViolated.class, spoiled(factor).outcome(), "factor " + factor);
            assertTrue(accused.reason().contains("is the gradient right?"), accused.reason());
        }
        Run<Weights, Differential<Weights>> right = spoiled(1);
        assertInstanceOf(Outcome.Converged.class, right.outcome());
        assertEquals(0, right.point().get(0), 1e-7);
    }

    /** x − 10⁻⁸ log x, least at 10⁻⁸: probes of the Hessian have to stay on the positive side. */
    @Test
    void differencesStayInTheDomain() {
        double c = 1e-8;
        Objective<Weights, Differential<Weights>> steep = Objective.of(1, x -> x.get(0) - c * Math.log(x.get(0)), x -> {
            if (!(x.get(0) > 0)) {
                throw new DomainException("x", x.get(0), "a positive number");
            }
            return Vec.of(1 - c / x.get(0));
        });
        Geometry<Weights, Differential<Weights>> geometry =
                Geometry.natural(Domain.positive(1), x -> Metric.of(Hessian.diagonal(c / (x.get(0) * x.get(0)))));
        for (double start : new double[] {1, 1e-3, 2e-8}) {
            Run<Weights, Differential<Weights>> run = Descent.of(steep, geometry)
                    .by(Scheme.newtonConjugateGradients())
                    .until(Stopping.iterations(300))
                    .run(Vec.of(start));
            assertInstanceOf(Outcome.Converged.class, run.outcome(), run::toString);
            assertEquals(c, run.point().get(0), 1e-3 * c, run::toString);
        }
    }

    /** A metric whose damped solve is refused below some λ, which rises while the run goes on. */
    @Test
    void aRunInterruptedWhileSolvesFailGoesOnAsItWould() {
        Objective<Weights, Differential<Weights>> bowl = Problems.bowl(0, 1, 4);
        Geometry<Weights, Differential<Weights>> geometry =
                Geometry.natural(Domain.reals(2), x -> Metric.of(new Refusing(x.get(0) > 0.9 ? 0.5 : 20)));
        Descent<Weights, Differential<Weights>> descent =
                Descent.of(bowl, geometry).by(Scheme.levenbergMarquardt().from(1e-4));
        List<double[]> whole = new ArrayList<>();
        descent.until(Stopping.iterations(6))
                .run(Vec.of(3, -2), iterate -> whole.add(iterate.point().toArray()));
        State<Weights, Differential<Weights>> state = descent.start(Vec.of(3, -2));
        for (int k = 1; k < whole.size(); k++) {
            state = descent.step(state);
            assertArrayEquals(whole.get(k), state.point().toArray(), "step " + k);
        }
        assertEquals(7, whole.size());
    }

    /** The identity, of which no solve is possible without a certain damping. */
    private record Refusing(double least) implements Hessian {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public void multiply(double[] v, double[] out) {
            System.arraycopy(v, 0, out, 0, v.length);
        }

        @Override
        public double quadratic(double[] v) {
            return v[0] * v[0] + v[1] * v[1];
        }

        @Override
        public Hessian damped(double lambda) {
            if (!(lambda >= least)) {
                throw new DomainException("damping λ", lambda, "at least " + least);
            }
            return Hessian.diagonal(1 + lambda, 1 + lambda);
        }

        @Override
        public void solve(double[] g, double[] out) {
            throw new DomainException("damping λ", 0, "at least " + least);
        }

        @Override
        public double inverseQuadratic(double[] g) {
            throw new DomainException("damping λ", 0, "at least " + least);
        }

        @Override
        public double logDeterminant() {
            return 0;
        }
    }
}
