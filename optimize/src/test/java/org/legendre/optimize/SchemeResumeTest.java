package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Schemes that remember: a run resumed anywhere equals the unbroken one bit for bit. */
class SchemeResumeTest {
    private static final int STEPS = 30;

    static Stream<ResumeTest.Method> methods() {
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(2);
        Descent<Weights, Differential<Weights>> simplex =
                Descent.of(Problems.race(), Geometry.exponentiatedGradient(4));
        Descent<Weights, Differential<Weights>> sparse =
                Descent.of(Problems.bowl(1, 1, 30), Geometry.mirror(square, Term.l1(0.5)));
        Descent<Weights, Differential<Weights>> game =
                Descent.of(Games.of(Games.random(3, 4, 3)), Games.simplices(3, 4));
        Stream.Builder<ResumeTest.Method> all = Stream.builder();
        for (Scheme scheme : new Scheme[] {
            Scheme.dualAveraging(),
            Scheme.optimistic(),
            Scheme.averaged(Scheme.descent()),
            Scheme.evenlyAveraged(Scheme.dualAveraging()),
            Scheme.averaged(Scheme.averaged(Scheme.optimistic())),
            Scheme.averaged(CHANGEABLE)
        }) {
            for (StepRule rule : new StepRule[] {StepRule.decaying(0.01, 0.5), StepRule.armijo()}) {
                add(all, simplex.by(scheme).step(rule), scheme + ", " + rule, Problems.uniform(4));
                add(all, sparse.by(scheme).step(rule), scheme + " with a term, " + rule, Vec.of(5, -3));
            }
        }
        for (Scheme scheme : new Scheme[] {
            Scheme.dualAveraging(50),
            Scheme.averaged(Scheme.dualAveraging(50)),
            Scheme.mirrorProx(0.02),
            Scheme.mirrorProx(),
            Scheme.accelerated(30),
            Scheme.accelerated(30).exponent(3).adaptiveExponent(),
            Scheme.accelerated(30).adaptiveGain().restarting()
        }) {
            add(all, simplex.by(scheme), scheme + "", Problems.uniform(4));
            add(all, sparse.by(scheme), scheme + " with a term", Vec.of(5, -3));
            add(all, game.by(scheme), scheme + " on a game", Games.uniform(3, 4));
        }
        LeastSquares sum = new LeastSquares(20, 0.5, 0.5, 0.25, 0.25);
        Sampling sampling = new Sampling(2, 9, 5);
        for (Scheme scheme : new Scheme[] {
            Scheme.stochastic(sampling, 0.1, 0.5),
            Scheme.stochasticAverages(sampling, 0.1, 0.5),
            Scheme.varianceReduced(sampling, 0.1),
            Scheme.averaged(Scheme.varianceReduced(sampling, 0.1))
        }) {
            add(all, Descent.of(sum, Geometry.exponentiatedGradient(3)).by(scheme), scheme + "", Problems.uniform(3));
            add(all, Descent.of(sum, Problems.euclidean(3)).by(scheme), scheme + ", flat", Vec.of(1, -1, 0));
        }
        add(
                all,
                Descent.of(sum, Problems.euclidean(3)).by(Scheme.adaGrad(0.5)).step(StepRule.constant(0.25)),
                "AdaGrad",
                Vec.of(1, -1, 0));
        for (Scheme scheme : new Scheme[] {
            Scheme.heavyBall(0.5),
            Scheme.conjugateGradients(),
            Scheme.newtonConjugateGradients(),
            Scheme.<Weights>trustRegion(
                    0.05, (x, y) -> y.minus(x).stream().map(c -> c * c).sum()),
            Scheme.levenbergMarquardt(),
            Scheme.levenbergMarquardt().from(1e-4),
            Scheme.levenbergMarquardt()
                    .from(1e-4)
                    .<Weights, Differential<Weights>>withMomentum(x -> Metric.of(
                            Hessian.diagonal(x.stream().map(c -> 1 + c * c).toArray())))
        }) {
            add(all, Descent.of(sum, Problems.euclidean(3)).by(scheme), scheme + "", Vec.of(1, -1, 0));
            add(all, curved().by(scheme), scheme + ", curved", Vec.of(-1.2, 1));
        }
        return all.build();
    }

    /** Rosenbrock's function with a metric that is not its Hessian, solved with by iteration. */
    private static Descent<Weights, Differential<Weights>> curved() {
        Objective<Weights, Differential<Weights>> valley = Objective.smooth(2, x -> {
            var bent = x[1].subtract(x[0].square());
            return bent.square().multiply(10).add(x[0].subtract(1).square());
        });
        Geometry<Weights, Differential<Weights>> iterative = Geometry.natural(
                Domain.reals(2),
                x -> Metric.of(Hessian.operator(2, (v, out) -> {
                    out[0] = (2 + x.get(0) * x.get(0)) * v[0] - v[1];
                    out[1] = 4 * v[1] - v[0];
                })));
        return Descent.of(valley, iterative);
    }

    /** Its step depends on how much the last one changed the objective. */
    private static final Scheme CHANGEABLE = stage -> () -> {
        double change = stage.from().change();
        Search search = stage.along(stage.curve());
        assertTrue(search.move(Double.isFinite(change) ? 0.01 / (1 + change * change) : 0.01));
        return Optional.empty();
    };

    private static void add(
            Stream.Builder<ResumeTest.Method> all,
            Descent<Weights, Differential<Weights>> descent,
            String name,
            Vec<Weights> start) {
        all.add(new ResumeTest.Method(name, descent, start));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aResumedRunEqualsTheUnbrokenOneBitForBit(ResumeTest.Method method) throws Exception {
        Run<Weights, Differential<Weights>> whole =
                method.descent().until(Stopping.iterations(STEPS)).run(method.start());
        assertTrue(whole.last().iteration() > 0, whole::toString);
        for (int stop : new int[] {0, 1, 7, 29}) {
            Run<Weights, Differential<Weights>> first =
                    method.descent().until(Stopping.iterations(stop)).run(method.start());
            Run<Weights, Differential<Weights>> second =
                    method.descent().until(Stopping.iterations(STEPS)).resume(ResumeTest.throughBytes(first.state()));
            ResumeTest.assertSame(whole.state(), second.state());
            assertEquals(whole.outcome(), second.outcome());
            int from = first.trace().size() - 1;
            for (int k = 0; k < second.trace().size(); k++) {
                assertArrayEquals(
                        ResumeTest.bits(whole.trace().get(from + k)),
                        ResumeTest.bits(second.trace().get(k)),
                        method + ", iterate " + k);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void steppingByHandEqualsRunning(ResumeTest.Method method) {
        Descent<Weights, Differential<Weights>> descent = method.descent().until(Stopping.iterations(8));
        Run<Weights, Differential<Weights>> run = descent.run(method.start());
        State<Weights, Differential<Weights>> state = descent.start(method.start());
        for (int k = 0; k < run.last().iteration(); k++) {
            state = descent.step(state);
        }
        ResumeTest.assertSame(run.state(), state);
    }

    @Test
    void aStateOfAnotherSchemeIsRefused() {
        Descent<Weights, Differential<Weights>> lazy =
                Descent.of(Problems.race(), Geometry.exponentiatedGradient(4)).by(Scheme.dualAveraging());
        State<Weights, Differential<Weights>> state = lazy.start(Problems.uniform(4));
        for (Scheme other : new Scheme[] {Scheme.descent(), Scheme.optimistic(), Scheme.averaged(Scheme.descent())}) {
            assertThrows(DomainException.class, () -> lazy.by(other).resume(state));
        }
    }
}
