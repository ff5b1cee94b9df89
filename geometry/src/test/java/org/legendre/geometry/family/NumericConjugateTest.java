package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;

/** η → θ by Newton's method on the potentials of shipped families. */
class NumericConjugateTest {
    /** Here damped steps at rounding level alternate for ever; the solve has to see that it has ended. */
    @Test
    void solvesEndAtRoundingLevel() {
        Legendre<Natural, Expectation> gamma =
                Legendre.of(Gamma.FAMILY.potential().potential());
        ends(gamma, -0.56, -0.31);
        ends(gamma, -0.6, -0.29);
        Legendre<Natural, Expectation> beta =
                Legendre.of(Beta.FAMILY.potential().potential());
        ends(beta, -2.76, -0.1);
        ends(beta, -0.62, -2.62);
        Legendre<Natural, Expectation> dirichlet =
                Legendre.of(Dirichlet.family(4).potential().potential());
        ends(dirichlet, 0.17, -0.33, 1.5, -0.22);
        ends(dirichlet, -1.9, -1.5, -2.9, 0.22);
    }

    private static void ends(Legendre<Natural, Expectation> psi, double... chart) {
        double[] theta = psi.domain().fromChart(chart);
        Vec<Natural> back = psi.conjugate().gradient(psi.gradient(Vec.of(theta)));
        for (int i = 0; i < theta.length; i++) {
            assertEquals(theta[i], back.get(i), 1e-14 * (1 + Math.abs(theta[i])));
        }
    }
}
