package org.legendre.geometry.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.legendre.geometry.Bits;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Probabilities;

/** The decompositions of mutual information, and pointwise values. */
class InformationDiagramTest {
    /** T. M. Cover and J. A. Thomas, Elements of Information Theory (2nd edition, 2006), example 2.2.1; rows are y. */
    private static final JointTable COVER = JointTable.of(new double[][] {
        {0.125, 0.0625, 0.03125, 0.03125},
        {0.0625, 0.125, 0.03125, 0.03125},
        {0.0625, 0.0625, 0.0625, 0.0625},
        {0.25, 0, 0, 0}
    });

    private static double bits(double nats) {
        return Bits.ofNats(nats).value();
    }

    @Test
    void coverAndThomasByThreeDecompositions() {
        InformationDiagram diagram = InformationDiagram.of(COVER, 1, 0);
        assertEquals(1.75, bits(diagram.ofX()), 1e-14);
        assertEquals(2, bits(diagram.ofY()), 1e-14);
        assertEquals(3.375, bits(diagram.joint()), 1e-14);
        assertEquals(.375, bits(diagram.mutual()), 1e-15);
        assertEquals(11.0 / 8, bits(diagram.xGivenY()), 1e-14);
        assertEquals(13.0 / 8, bits(diagram.yGivenX()), 1e-14);
        assertEquals(24.0 / 8, bits(diagram.variation()), 1e-14);
        assertEquals(.375, bits(InformationDiagram.byEntropies(COVER, 0, 1).value()), 1e-14);
        assertEquals(
                .375, bits(InformationDiagram.byConditionalEntropy(COVER, 0, 1).value()), 1e-14);
    }

    /** I of (¼ ± 2⁻³⁰) is known in closed form; the differences know it to the bound that they state and no better. */
    @Test
    void differencesOfEntropiesStateWhatTheyLose() {
        double t = 0x1p-30;
        JointTable table = JointTable.of(new double[][] {{.25 + t, .25 - t}, {.25 - t, .25 + t}});
        // ½ (1 + u) log(1 + u) + ½ (1 − u) log(1 − u) with u = 4t: u²/2 + u⁴/12.
        double u = 4 * t;
        double exact = u * u / 2 * (1 + u * u / 6);
        assertEquals(exact, InformationDiagram.of(table, 0, 1).mutual(), 1e-14 * exact);
        for (Estimate estimate : new Estimate[] {
            InformationDiagram.byEntropies(table, 0, 1), InformationDiagram.byConditionalEntropy(table, 0, 1)
        }) {
            assertTrue(Math.abs(estimate.value() - exact) <= estimate.error(), estimate::toString);
            assertTrue(Math.abs(estimate.value() - exact) > 1e-6 * exact, "the loss is real: " + estimate);
            assertTrue(estimate.error() < 1e-13, estimate::toString);
        }
    }

    @Test
    void conditionalDiagramsAddUp() {
        JointTable three = JointTable.ofCounts(new int[] {2, 2, 2}, 5, 10, 15, 20, 8, 12, 13, 17);
        InformationDiagram diagram = InformationDiagram.of(three, 0, 1, 2);
        assertEquals(.006129016755192877, diagram.mutual(), 1e-16);
        assertEquals(Information.conditionalEntropy(three, 0, 2), diagram.ofX(), 1e-15);
        assertEquals(Information.conditionalEntropy(three, 1, 2), diagram.ofY(), 1e-15);
        double joint = Information.entropy(three, 0, 1, 2) - Information.entropy(three, 2);
        assertEquals(joint, diagram.joint(), 1e-14);
    }

    @Test
    void pointwiseValuesHaveTheMeasuresAsMeans() {
        Probabilities p = Probabilities.of(.5, .25, .25, 0);
        Probabilities q = Probabilities.of(.125, .25, .5, .125);
        double[] surprisals = Pointwise.surprisals(p);
        double[] ratios = Pointwise.logRatios(p, q);
        double entropy = 0;
        double kl = 0;
        for (int i = 0; i < 3; i++) {
            assertEquals(surprisals[i], Pointwise.surprisal(p, i));
            entropy += p.get(i) * surprisals[i];
            kl += p.get(i) * ratios[i];
        }
        assertEquals(p.entropy(), entropy, 1e-15);
        assertEquals(p.klTo(q), kl, 1e-15);
        assertEquals(1, bits(surprisals[0]), 1e-15);
        assertEquals(2, bits(ratios[0]), 1e-15);
        assertEquals(0, ratios[1]);
        assertEquals(-1, bits(ratios[2]), 1e-15);
        assertEquals(Double.NEGATIVE_INFINITY, ratios[3]);
        assertEquals(Double.POSITIVE_INFINITY, surprisals[3]);
        assertEquals(Double.POSITIVE_INFINITY, Pointwise.logRatios(q, p)[3]);
        assertEquals(0, Pointwise.surprisal(Probabilities.of(1), 0));
        assertTrue(Double.isNaN(Pointwise.logRatios(Probabilities.of(1, 0), Probabilities.of(1, 0))[1]));
        assertTrue(Double.isNaN(
                Pointwise.logRatios(
                        Probabilities.ofLogits(0, Double.NEGATIVE_INFINITY),
                        Probabilities.ofLogits(1, Double.NEGATIVE_INFINITY))[1]));
    }

    @Test
    void logRatiosOfNearVectorsKeepTheirDigits() {
        double t = 0x1p-45;
        double[] ratios = Pointwise.logRatios(Probabilities.of(.5 + t, .5 - t), Probabilities.of(.5, .5));
        assertEquals(Math.log1p(2 * t), ratios[0], 1e-15 * t);
        assertEquals(Math.log1p(-2 * t), ratios[1], 1e-15 * t);
        double[] logits = Pointwise.logRatios(Probabilities.ofLogits(t, 0), Probabilities.ofLogits(0, 0));
        assertEquals(t / 2, logits[0], 1e-12 * t);
        assertEquals(-t / 2, logits[1], 1e-12 * t);
    }

    @Test
    void outcomesThatDoNotExistAreRefused() {
        Probabilities p = Probabilities.uniform(2);
        for (int outcome : new int[] {-1, 2}) {
            DomainException refusal = assertThrows(DomainException.class, () -> Pointwise.surprisal(p, outcome));
            assertTrue(String.valueOf(refusal.getMessage()).startsWith("outcome = " + outcome), refusal::toString);
        }
        assertThrows(DomainException.class, () -> Pointwise.logRatios(p, Probabilities.uniform(3)));
        assertThrows(DomainException.class, () -> InformationDiagram.of(COVER, 0, 0));
    }
}
