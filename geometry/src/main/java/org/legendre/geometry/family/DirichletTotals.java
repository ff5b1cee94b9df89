package org.legendre.geometry.family;

import org.legendre.geometry.special.GammaRemainderBlock;
import org.legendre.geometry.special.Sums;

/** The sums of the parameters of two Dirichlet laws in twice the working precision: what their differences and shares are made of. */
final class DirichletTotals {
    private double ofP;
    private double ofQ;
    private double lowP;
    private double lowQ;

    /** Sums; false if a parameter is too extreme for {@link GammaRemainderBlock}, or bad. */
    boolean sum(double[] p, int fromP, double[] q, int fromQ, int classes) {
        ofP = 0;
        ofQ = 0;
        lowP = 0;
        lowQ = 0;
        boolean accepted = true;
        for (int i = 0; i < classes; i++) {
            double a = p[fromP + i];
            double b = q[fromQ + i];
            accepted &= GammaRemainderBlock.accepts(a) && GammaRemainderBlock.accepts(b);
            double nextP = ofP + a;
            lowP += Sums.additionError(ofP, a, nextP);
            ofP = nextP;
            double nextQ = ofQ + b;
            lowQ += Sums.additionError(ofQ, b, nextQ);
            ofQ = nextQ;
        }
        return accepted && GammaRemainderBlock.accepts(ofP) && GammaRemainderBlock.accepts(ofQ);
    }

    double ofP() {
        return ofP;
    }

    double ofQ() {
        return ofQ;
    }

    /** s_q − s_p. */
    double rise() {
        return (ofQ - ofP) + (lowQ - lowP);
    }

    /** c = p s_q/s_p. */
    double share(double p) {
        return p / ofP * ofQ;
    }

    /** c − q, which may be small against both. */
    double excess(double p, double q) {
        return (Sums.differenceOfProducts(p, ofQ, q, ofP) + (p * lowQ - q * lowP)) / ofP;
    }
}
