package org.legendre.properties;

import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.information.InfoNce;
import org.legendre.geometry.information.Information;
import org.legendre.geometry.information.JointTable;

/**
 * The measures of information of finite distributions, on plain arrays. Each can be replaced ({@code with…}), which is how a mutant is made, and how your own
 * implementation is held to the others.
 */
public final class InformationSubject implements Subject {
    /** The outcomes of the three variables that laws speak of. */
    static final int[] SIZES = {2, 3, 2};

    private final Parts parts;

    private InformationSubject(Parts parts) {
        this.parts = parts;
    }

    /** What a subject is made of; a copy is changed before a subject is made of it, and not after. */
    private static final class Parts {
        private String name = "information of joint tables";
        private ToDoubleFunction<double[]> entropy = p -> Probabilities.of(p).entropy();
        private ToDoubleFunction<double[][]> joint = rows -> Information.entropy(JointTable.of(rows), 0, 1);
        private ToDoubleFunction<double[][]> conditional =
                rows -> Information.conditionalEntropy(JointTable.of(rows), 1, 0);
        private ToDoubleFunction<double[][]> mutual = rows -> Information.mutualInformation(JointTable.of(rows), 0, 1);
        private ToDoubleFunction<double[][][]> conditionalMutual = InformationSubject::ofTable;
        private ToDoubleFunction<double[][]> contrastive = InfoNce::estimate;

        Parts() {}

        Parts(Parts other) {
            this.name = other.name;
            this.entropy = other.entropy;
            this.joint = other.joint;
            this.conditional = other.conditional;
            this.mutual = other.mutual;
            this.conditionalMutual = other.conditionalMutual;
            this.contrastive = other.contrastive;
        }
    }

    private static double ofTable(double[][][] table) {
        int[] sizes = {table.length, table[0].length, table[0][0].length};
        double[] flat = new double[sizes[0] * sizes[1] * sizes[2]];
        int at = 0;
        for (double[][] slice : table) {
            for (double[] row : slice) {
                System.arraycopy(row, 0, flat, at, row.length);
                at += row.length;
            }
        }
        return Information.conditionalMutualInformation(JointTable.of(sizes, flat), 0, 1, 2);
    }

    /**
     * The measures of this library.
     *
     * @return the subject
     */
    public static InformationSubject shipped() {
        return new InformationSubject(new Parts());
    }

    @Override
    public String name() {
        return parts.name;
    }

    /** {@inheritDoc} Coordinates of a joint distribution of 2 × 3 × 2 outcomes, as of {@link FiniteDivergenceSubject}. */
    @Override
    public Domain domain() {
        return Domain.reals(SIZES[0] * SIZES[1] * SIZES[2]);
    }

    double entropy(double[] p) {
        return parts.entropy.applyAsDouble(p);
    }

    double joint(double[][] rows) {
        return parts.joint.applyAsDouble(rows);
    }

    double conditional(double[][] rows) {
        return parts.conditional.applyAsDouble(rows);
    }

    double mutual(double[][] rows) {
        return parts.mutual.applyAsDouble(rows);
    }

    double conditionalMutual(double[][][] table) {
        return parts.conditionalMutual.applyAsDouble(table);
    }

    double contrastive(double[][] scores) {
        return parts.contrastive.applyAsDouble(scores);
    }

    /**
     * The same subject under another name.
     *
     * @param other the name
     * @return the subject
     */
    public InformationSubject named(String other) {
        return with(copy -> copy.name = other);
    }

    /**
     * The same subject with another entropy.
     *
     * @param other p ↦ H(p) in nats
     * @return the subject
     */
    public InformationSubject withEntropy(ToDoubleFunction<double[]> other) {
        return with(copy -> copy.entropy = other);
    }

    /**
     * The same subject with another joint entropy.
     *
     * @param other p(x, y), a row for each x, ↦ H(X, Y) in nats
     * @return the subject
     */
    public InformationSubject withJointEntropy(ToDoubleFunction<double[][]> other) {
        return with(copy -> copy.joint = other);
    }

    /**
     * The same subject with another conditional entropy.
     *
     * @param other p(x, y), a row for each x, ↦ H(Y|X) in nats
     * @return the subject
     */
    public InformationSubject withConditionalEntropy(ToDoubleFunction<double[][]> other) {
        return with(copy -> copy.conditional = other);
    }

    /**
     * The same subject with another mutual information.
     *
     * @param other p(x, y), a row for each x, ↦ I(X; Y) in nats
     * @return the subject
     */
    public InformationSubject withMutualInformation(ToDoubleFunction<double[][]> other) {
        return with(copy -> copy.mutual = other);
    }

    /**
     * The same subject with another conditional mutual information.
     *
     * @param other p(x, y, z) by x, y and z ↦ I(X; Y|Z) in nats
     * @return the subject
     */
    public InformationSubject withConditionalMutualInformation(ToDoubleFunction<double[][][]> other) {
        return with(copy -> copy.conditionalMutual = other);
    }

    /**
     * The same subject with another contrastive estimate.
     *
     * @param other scores, those of true pairs on the diagonal, ↦ the estimate in nats
     * @return the subject
     */
    public InformationSubject withContrastiveEstimate(ToDoubleFunction<double[][]> other) {
        return with(copy -> copy.contrastive = other);
    }

    private InformationSubject with(Consumer<Parts> change) {
        Parts copy = new Parts(parts);
        change.accept(copy);
        return new InformationSubject(copy);
    }

    @Override
    public String toString() {
        return parts.name;
    }
}
