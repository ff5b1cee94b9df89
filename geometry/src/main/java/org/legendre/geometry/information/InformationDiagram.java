package org.legendre.geometry.information;

import org.legendre.geometry.Estimate;

/**
 * The three areas of which the entropies of two variables consist, H(X|Y), I(X; Y) and H(Y|X), all given further variables Z or none. Each is a sum of
 * nonnegative terms, and whatever is made of them by sums is as exact.
 *
 * <p>Mutual information has three decompositions: the KL of the joint distribution to the product of its margins ({@link #mutual}, without cancellation),
 * H(X) + H(Y) − H(X, Y) ({@link #byEntropies}) and H(X) − H(X|Y) ({@link #byConditionalEntropy}). The latter two are differences, and return the
 * rounding that they suffer.
 *
 * <p>Source: R. W. Yeung, A new outlook on Shannon's information measures, IEEE Trans. Inf. Theory 37 (1991); T. M. Cover and J. A. Thomas, Elements of
 * Information Theory (2nd edition, 2006), figure 2.2.
 *
 * @param xGivenY H(X|Y, Z) in nats, ≥ 0
 * @param mutual I(X; Y|Z) in nats, ≥ 0
 * @param yGivenX H(Y|X, Z) in nats, ≥ 0
 */
public record InformationDiagram(double xGivenY, double mutual, double yGivenX) {
    /** The stated error of each entropy. */
    private static final double ERROR = 1e-14;

    /**
     * The diagram of two variables of a table.
     *
     * @param table the table
     * @param x the variable X
     * @param y the variable Y
     * @param given the variables Z of the condition, or none
     * @return the three areas, each with a relative error of at most 1e-14
     * @throws org.legendre.geometry.DomainException if there is no such variable, or one is named twice
     */
    public static InformationDiagram of(JointTable table, int x, int y, int... given) {
        return new InformationDiagram(
                Information.conditionalEntropy(table, x, with(y, given)),
                Information.conditionalMutualInformation(table, x, y, given),
                Information.conditionalEntropy(table, y, with(x, given)));
    }

    private static int[] with(int variable, int... given) {
        int[] all = new int[given.length + 1];
        all[0] = variable;
        System.arraycopy(given, 0, all, 1, given.length);
        return all;
    }

    /**
     * The entropy H(X|Z).
     *
     * @return H(X|Y, Z) + I(X; Y|Z) in nats
     */
    public double ofX() {
        return xGivenY + mutual;
    }

    /**
     * The entropy H(Y|Z).
     *
     * @return H(Y|X, Z) + I(X; Y|Z) in nats
     */
    public double ofY() {
        return yGivenX + mutual;
    }

    /**
     * The joint entropy H(X, Y|Z).
     *
     * @return the sum of the three areas in nats
     */
    public double joint() {
        return xGivenY + mutual + yGivenX;
    }

    /**
     * The variation of information H(X|Y) + H(Y|X), a metric between variables (M. Meilă, J. Multivariate Anal. 98 (2007)).
     *
     * @return the distance in nats
     */
    public double variation() {
        return xGivenY + yGivenX;
    }

    /**
     * Mutual information as a difference of entropies of a table, each from its own margin.
     *
     * @param table the table
     * @param x the variable X
     * @param y the variable Y
     * @return H(X) + H(Y) − H(X, Y) in nats, with a bound on what the subtraction made of the errors of the three
     */
    public static Estimate byEntropies(JointTable table, int x, int y) {
        double ofX = Information.entropy(table, x);
        double ofY = Information.entropy(table, y);
        double joint = Information.entropy(table, x, y);
        return new Estimate((ofX + ofY) - joint, ERROR * (ofX + ofY + joint), "H(X) + H(Y) − H(X, Y)");
    }

    /**
     * Mutual information as what Y takes from the uncertainty of X, each entropy from its own margin.
     *
     * @param table the table
     * @param x the variable X
     * @param y the variable Y
     * @return H(X) − H(X|Y) in nats, with a bound on what the subtraction made of the errors of the two
     */
    public static Estimate byConditionalEntropy(JointTable table, int x, int y) {
        double ofX = Information.entropy(table, x);
        double conditional = Information.conditionalEntropy(table, x, y);
        return new Estimate(ofX - conditional, ERROR * (ofX + conditional), "H(X) − H(X|Y)");
    }
}
