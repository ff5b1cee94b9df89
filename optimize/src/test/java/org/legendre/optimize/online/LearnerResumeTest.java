package org.legendre.optimize.online;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** A learner that is stored and resumed is the unbroken one, its account included. */
class LearnerResumeTest {
    @Test
    void aStoredLearnerGoesOnBitForBit() throws Exception {
        List<Online<Weights, Differential<Weights>>> methods = List.of(
                Hedge.over(3).adaptive(),
                Hedge.over(3).anytime(),
                Online.mirrorDescent(OnlineTest.box(), Vec.of(0.5, 0.25, 0), LearningRate.constant(0.3))
                        .heldTo(RegretTheorem.mirrorDescent(2, DualNorm.EUCLIDEAN)),
                Online.followTheRegularisedLeader(OnlineTest.box(), Vec.of(0.5, 0.25, 0), LearningRate.decaying(0.7))
                        .against(Vec.of(0, 0, 1)));
        for (Online<Weights, Differential<Weights>> method : methods) {
            SplittableRandom random = new SplittableRandom(8);
            List<double[]> losses = new ArrayList<>();
            for (int t = 0; t < 1500; t++) {
                losses.add(OnlineTest.random(3, random));
            }
            Learner<Weights, Differential<Weights>> unbroken = method.play(losses);
            Learner<Weights, Differential<Weights>> broken = method.start();
            for (double[] round : losses) {
                if (broken.account().rounds() % 7 == 0) {
                    broken = method.resume(stored(broken.state()));
                }
                broken.observe(round);
            }
            assertArrayEquals(unbroken.weights(), broken.weights());
            assertEquals(unbroken.state().dual(), broken.state().dual());
            assertEquals(unbroken.rate(), broken.rate());
            assertEquals(unbroken.account().csv(), broken.account().csv());
            assertEquals(unbroken.account().verdict(), broken.account().verdict());
            assertEquals(1500, broken.state().rounds());
        }
    }

    @SuppressWarnings("unchecked")
    private static LearnerState<Weights, Differential<Weights>> stored(
            LearnerState<Weights, Differential<Weights>> state) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(state);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (LearnerState<Weights, Differential<Weights>>) in.readObject();
        }
    }

    @Test
    void aStateIsNotChangedByWhatComesAfterIt() {
        Online<Weights, Differential<Weights>> method = Hedge.over(3).adaptive();
        Learner<Weights, Differential<Weights>> learner = method.start();
        learner.observe(0, 0.5, 1);
        LearnerState<Weights, Differential<Weights>> state = learner.state();
        String before = state.toString();
        learner.observe(1, 0, 0);
        learner.observe(1, 0, 0.5);
        assertEquals(before, state.toString());
        Learner<Weights, Differential<Weights>> again = method.resume(state);
        again.observe(1, 0, 0);
        again.observe(1, 0, 0.5);
        assertArrayEquals(learner.weights(), again.weights());
        assertEquals(Vec.of(0, 1, 0), method.resume(learner.state()).account().comparator());
    }
}
