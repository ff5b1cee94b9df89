package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.problem.DOptimalDesign;

/** Stop, serialise, deserialise, resume: the same bits as the unbroken run. */
class ResumeTest {
    private static final int STEPS = 40;

    record Method(String name, Descent<Weights, Differential<Weights>> descent, Vec<Weights> start) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Method> methods() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(2);
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(2);
        List<StepRule> rules = List.of(
                StepRule.constant(0.01),
                StepRule.decaying(0.02, 0.5),
                StepRule.armijo(),
                StepRule.relativeSmoothness());
        Stream<Method> schemes = Stream.of(
                new Method(
                        "quasi-Newton on a box",
                        Descent.of(
                                        Problems.bowl(1, 1, 30),
                                        Geometry.mirror(
                                                square, Constraint.box(new double[] {2, -4}, new double[] {9, 4})))
                                .by(Scheme.quasiNewton(3)),
                        Vec.of(5, -3)),
                new Method(
                        "quasi-Newton in square roots",
                        Descent.of(Problems.design(), Geometry.hellinger(6)).by(Scheme.quasiNewton(2)),
                        Problems.uniform(6)));
        Stream<Method> plain = rules.stream()
                .flatMap(rule -> Stream.of(
                        new Method(
                                "exponentiated gradient, " + rule,
                                Descent.of(Problems.race(), Geometry.exponentiatedGradient(4))
                                        .step(rule),
                                Problems.uniform(4)),
                        new Method(
                                "Burg on the simplex, " + rule,
                                Descent.of(Problems.design(), Problems.burgSimplex(6))
                                        .step(rule),
                                Problems.uniform(6)),
                        new Method(
                                "entropy on the orthant, " + rule,
                                Descent.of(Problems.bowl(1, 1, 30), Geometry.mirror(entropy))
                                        .step(rule),
                                Vec.of(5, 0.2)),
                        new Method(
                                "mirror, " + rule,
                                Descent.of(Problems.bowl(1, 1, 30), Geometry.mirror(square))
                                        .step(rule),
                                Vec.of(5, -3)),
                        new Method(
                                "composite, " + rule,
                                Descent.of(Problems.bowl(1, 1, 30), Geometry.mirror(square, Term.l1(0.5)))
                                        .step(rule),
                                Vec.of(5, -3)),
                        new Method(
                                "natural, " + rule,
                                Descent.of(Problems.bowl(1, 1, 30), Geometry.natural(entropy))
                                        .step(rule),
                                Vec.of(1.4, 0.9))));
        Geometry<Weights, Differential<Weights>> away = Geometry.frankWolfeAway(6, Constraint.simplex());
        double[] ones = {1, 1, 1, 1, 1, 1};
        double[] points = Problems.DESIGN_POINTS;
        double[] squares = Arrays.stream(points).map(x -> x * x).toArray();
        Stream<Method> segments = Stream.of(
                new Method(
                        "away steps, exact",
                        Descent.of(DOptimalDesign.of(ones, points, squares), away)
                                .step(StepRule.exact()),
                        Problems.uniform(6)),
                new Method(
                        "away steps, Armijo",
                        Descent.of(DOptimalDesign.of(ones, points, squares), away)
                                .step(StepRule.armijoFrom(1)),
                        Problems.uniform(6)),
                new Method(
                        "Frank–Wolfe, open loop",
                        Descent.of(
                                        Problems.bowl(1, 1, 2, 3, 4),
                                        Geometry.<Weights, Differential<Weights>>frankWolfe(4, Constraint.simplex()))
                                .step(StepRule.openLoop()),
                        Problems.uniform(4)));
        return Stream.of(schemes, plain, segments).flatMap(methods -> methods);
    }

    @Test
    void anObserverOfAResumedRunSeesItsIteratesFromTheStateOn() {
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(2);
        Descent<Weights, Differential<Weights>> descent =
                Descent.of(Problems.bowl(1, 1, 30), Geometry.mirror(square)).step(StepRule.constant(0.01));
        Run<Weights, Differential<Weights>> first =
                descent.until(Stopping.iterations(3)).run(Vec.of(5, -3));
        List<Integer> seen = new ArrayList<>();
        Run<Weights, Differential<Weights>> second =
                descent.until(Stopping.iterations(5)).resume(first.state(), iterate -> seen.add(iterate.iteration()));
        assertEquals(List.of(3, 4, 5), seen);
        assertEquals(3, second.trace().size());
        assertThrows(IndexOutOfBoundsException.class, () -> second.trace().get(3));
        assertThrows(IndexOutOfBoundsException.class, () -> second.trace().get(-1));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aResumedRunEqualsTheUnbrokenOneBitForBit(Method method) throws Exception {
        Run<Weights, Differential<Weights>> whole =
                method.descent.until(Stopping.iterations(STEPS)).run(method.start);
        for (int stop : new int[] {0, 1, 7, 39}) {
            Run<Weights, Differential<Weights>> first =
                    method.descent.until(Stopping.iterations(stop)).run(method.start);
            Run<Weights, Differential<Weights>> second =
                    method.descent.until(Stopping.iterations(STEPS)).resume(throughBytes(first.state()));
            assertSame(whole.state(), second.state());
            assertEquals(whole.outcome(), second.outcome());
            int from = first.trace().size() - 1;
            for (int k = 0; k < second.trace().size(); k++) {
                assertArrayEquals(
                        bits(whole.trace().get(from + k)), bits(second.trace().get(k)), method + ", iterate " + k);
            }
            assertEquals(whole.trace().size(), from + second.trace().size());
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theSameStartGivesTheSameBitsAndSteppingByHandEqualsRunning(Method method) {
        Descent<Weights, Differential<Weights>> descent = method.descent.until(Stopping.iterations(10));
        Run<Weights, Differential<Weights>> run = descent.run(method.start);
        assertSame(run.state(), descent.run(method.start).state());
        State<Weights, Differential<Weights>> state = descent.start(method.start);
        for (int k = 0; k < run.last().iteration(); k++) {
            state = descent.step(state);
        }
        assertSame(run.state(), state);
        List<Iterate<Weights>> streamed = descent.iterates(method.start).toList();
        assertEquals(run.trace().size(), streamed.size());
        for (int k = 0; k < streamed.size(); k++) {
            assertArrayEquals(bits(run.trace().get(k)), bits(streamed.get(k)));
        }
    }

    /** The search that ends a run leaves no mark in its state, the rule's memory included. */
    @Test
    void theStateOfAConvergedRunIsThatOfItsLastIterate() {
        Objective<Weights, Differential<Weights>> noisy = Problems.noisyBowl(1);
        for (StepRule rule : List.of(StepRule.armijo(), StepRule.relativeSmoothness(), StepRule.armijoFrom(0.3))) {
            Descent<Weights, Differential<Weights>> descent =
                    Descent.of(noisy, Problems.euclidean(2)).step(rule).until(Stopping.iterations(20_000));
            Run<Weights, Differential<Weights>> run = descent.run(Vec.of(2, 3));
            State<Weights, Differential<Weights>> state = descent.start(Vec.of(2, 3));
            for (int k = 0; k < run.last().iteration(); k++) {
                state = descent.step(state);
            }
            assertSame(run.state(), state);
            assertEquals(run.outcome(), descent.resume(state).outcome());
        }
    }

    /** A rule that counts its searches, the last of which ends the run. */
    private static final StepRule COUNTING = new StepRule() {
        @Override
        public Optional<Outcome> choose(Search search) {
            search.memory()[0]++;
            search.move(0.1);
            return search.from().iteration() == 3
                    ? Optional.of(new Outcome.Converged("three steps are enough"))
                    : Optional.empty();
        }

        @Override
        public int memorySize() {
            return 1;
        }
    };

    @Test
    void aSearchThatEndsTheRunLeavesTheMemoryAsItWas() {
        Run<Weights, Differential<Weights>> run = Descent.of(Problems.bowl(0, 1), Problems.euclidean(1))
                .step(COUNTING)
                .run(Vec.of(2));
        assertEquals("three steps are enough", run.outcome().reason());
        assertArrayEquals(new double[] {3}, run.state().memory);
    }

    @Test
    void aStateOfAnotherMethodIsRefused() {
        State<Weights, Differential<Weights>> state =
                Descent.of(Problems.race(), Geometry.exponentiatedGradient(4)).start(Problems.uniform(4));
        Descent<Weights, Differential<Weights>> constant =
                Descent.of(Problems.race(), Geometry.exponentiatedGradient(4)).step(StepRule.constant(1));
        assertThrows(DomainException.class, () -> constant.resume(state));
        assertThrows(DomainException.class, () -> constant.step(state));
        assertThrows(
                DomainException.class,
                () -> Descent.of(Problems.race(), Problems.euclidean(4)).resume(state));
        assertThrows(
                DomainException.class,
                () -> Descent.of(Problems.design(), Problems.burgSimplex(6)).resume(state));
    }

    @Test
    void timeGoesOnAcrossAResume() {
        Descent<Weights, Differential<Weights>> descent =
                Descent.of(Problems.race(), Geometry.exponentiatedGradient(4)).step(StepRule.constant(0.1));
        Run<Weights, Differential<Weights>> first =
                descent.until(Stopping.iterations(5)).run(Problems.uniform(4));
        Run<Weights, Differential<Weights>> second =
                descent.until(Stopping.iterations(10)).resume(first.state());
        double[] seconds = second.trace().column(Column.SECONDS);
        assertTrue(seconds[0] >= first.state().seconds());
    }

    static void assertSame(State<?, ?> expected, State<?, ?> actual) {
        assertArrayEquals(bits(expected.iterate()), bits(actual.iterate()));
        assertArrayEquals(bits(expected.y), bits(actual.y));
        assertArrayEquals(bits(expected.g), bits(actual.g));
        assertArrayEquals(bits(expected.memory), bits(actual.memory));
        assertArrayEquals(bits(expected.momentum), bits(actual.momentum));
    }

    static long[] bits(Iterate<?> i) {
        DoubleStream measurements = DoubleStream.of(
                i.iteration(),
                i.value(),
                i.change(),
                i.step(),
                i.decrement(),
                i.residual(),
                i.damping(),
                i.gap(),
                (double) i.oracleCalls());
        return bits(DoubleStream.concat(measurements, i.point().stream()).toArray());
    }

    static long[] bits(double[] x) {
        return DoubleStream.of(x).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @SuppressWarnings("unchecked")
    static State<Weights, Differential<Weights>> throughBytes(State<Weights, Differential<Weights>> state)
            throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(state);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (State<Weights, Differential<Weights>>) in.readObject();
        }
    }
}
