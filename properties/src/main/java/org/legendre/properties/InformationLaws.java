package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.special.RelativeEntropy;
import org.legendre.properties.Sample.Spread;

/** Identities and inequalities of entropies and informations, T. M. Cover and J. A. Thomas, Elements of Information Theory (2006), chapter 2. */
final class InformationLaws {
    private static final int X = InformationSubject.SIZES[0];
    private static final int Y = InformationSubject.SIZES[1];
    private static final int Z = InformationSubject.SIZES[2];
    private static final String BOOK =
            "T. M. Cover and J. A. Thomas, Elements of Information Theory (2nd edition, 2006), ";
    /** The step at which near independence is asked for, and the largest from which it is extrapolated. */
    private static final double TINY = 0x1p-24;

    private static final double LARGE = 0.25;

    private InformationLaws() {}

    static List<Law<InformationSubject>> all() {
        return List.of(
                entropyChain(),
                grouping(),
                symmetry(),
                decompositions(),
                accuracy(),
                mutualChain(),
                processing(),
                contrastive());
    }

    private static Law<InformationSubject> law(
            String id,
            String statement,
            String source,
            double resolution,
            BiFunction<InformationSubject, Sample, Finding> examination) {
        return Law.forAll(InformationSubject.class, id, statement, source, resolution, examination);
    }

    private static Law<InformationSubject> entropyChain() {
        return law("entropy-chain", "H(X, Y) = H(X) + H(Y|X)", BOOK + "theorem 2.2.1", 1e-12, (subject, sample) -> {
            double[][] table = rows(sample);
            double joint = subject.joint(table);
            double sum = subject.entropy(sums(table)) + subject.conditional(table);
            return Comparison.equal(joint, sum, X * Y * Z, detail(table, joint, sum));
        });
    }

    private static Law<InformationSubject> grouping() {
        return law(
                "grouping",
                "H(p) = H(of the groups) + Σ P(group) H(p within the group): Shannon's third axiom",
                "C. E. Shannon, A mathematical theory of communication (1948), section 6",
                1e-12,
                (subject, sample) -> {
                    double[] groups = Grid.coarse(Arrays.copyOf(sample.point(), Y));
                    double[][] within = Grid.kernel(sample.second(), Y, X * Z);
                    double whole = subject.entropy(Grid.joint(groups, within));
                    double sum = subject.entropy(groups);
                    for (int i = 0; i < groups.length; i++) {
                        sum += groups[i] * subject.entropy(within[i]);
                    }
                    return Comparison.equal(whole, sum, X * Y * Z, detail(within, whole, sum));
                });
    }

    private static Law<InformationSubject> symmetry() {
        return law("information-symmetry", "I(X; Y) = I(Y; X)", BOOK + "equation 2.46", 1e-12, (subject, sample) -> {
            double[][] table = rows(sample);
            double there = subject.mutual(table);
            double back = subject.mutual(transposed(table));
            return Comparison.equal(there, back, X * Y * Z, detail(table, there, back));
        });
    }

    private static Law<InformationSubject> decompositions() {
        return law(
                "information-decompositions",
                "I(X; Y) = KL(p_XY‖p_X p_Y) = H(X) + H(Y) − H(X, Y) = H(Y) − H(Y|X)",
                BOOK + "equations 2.28, 2.39 and 2.45",
                1e-11,
                (subject, sample) -> {
                    double[][] table = rows(sample);
                    double ofX = subject.entropy(sums(table));
                    double ofY = subject.entropy(sums(transposed(table)));
                    double joint = subject.joint(table);
                    double conditional = subject.conditional(table);
                    double mutual = subject.mutual(table);
                    double divergence = divergence(table);
                    double bound = Rounding.ofTerms(X * Y * Z, ofX + ofY + joint);
                    double residual =
                            Math.max(Math.abs(mutual - (ofX + ofY - joint)), Math.abs(mutual - (ofY - conditional)));
                    return Finding.of(residual, bound, Math.abs(mutual), detail(table, mutual, ofX + ofY - joint))
                            .or(new Finding(
                                    Math.abs(mutual - divergence), bound, false, detail(table, mutual, divergence)));
                });
    }

    /** KL of the table to the product of its margins, by this law's own sums. */
    private static double divergence(double[][] table) {
        double[] ofX = sums(table);
        double[] ofY = sums(transposed(table));
        double sum = 0;
        for (int i = 0; i < ofX.length; i++) {
            for (int j = 0; j < ofY.length; j++) {
                sum += RelativeEntropy.term(table[i][j], ofX[i] * ofY[j]);
            }
        }
        return sum;
    }

    private static Law<InformationSubject> accuracy() {
        return law(
                        "information-near-independence",
                        "I/t² of the table a × b + tu, u without margins, is a smooth function of t, of which nothing is lost at t = 2⁻²⁴: relative"
                                + " accuracy near independence",
                        "the second order of KL(p_XY‖p_X p_Y); by Richardson's extrapolation",
                        1e-11,
                        (subject, sample) -> {
                            double[] a = Grid.distribution(Arrays.copyOf(sample.point(), X), 12);
                            double[] b = Grid.distribution(Arrays.copyOf(sample.second(), Y), 12);
                            double least = a[0] * b[0];
                            for (int i = 0; i < X; i++) {
                                for (int j = 0; j < Y; j++) {
                                    least = Math.min(least, a[i] * b[j]);
                                }
                            }
                            if (!(least > 0)) {
                                return Finding.nothing("an outcome is impossible");
                            }
                            double unit = 0.5 * least;
                            DoubleUnaryOperator quotient = t -> 0.5
                                    * (subject.mutual(perturbed(a, b, t * unit))
                                            + subject.mutual(perturbed(a, b, -t * unit)))
                                    / (t * t);
                            double tiny = quotient.applyAsDouble(TINY);
                            Estimate limit = Extrapolation.even(quotient, LARGE, Rounding.EPSILON * tiny * LARGE / 8);
                            return Finding.of(
                                    Math.abs(tiny - limit.value()),
                                    limit.error() + Rounding.ofTerms(X * Y, tiny),
                                    limit.value(),
                                    () -> "a = " + Arrays.toString(a) + ", b = " + Arrays.toString(b) + ": I/t² = "
                                            + tiny + " at t = 2⁻²⁴, its limit " + limit);
                        })
                .on(Spread.MODERATE);
    }

    /** a × b with ε added to two opposite corners of a square and taken from the other two: exact for few bits. */
    private static double[][] perturbed(double[] a, double[] b, double epsilon) {
        double[][] table = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                double sign = i > 1 || j > 1 ? 0 : i == j ? 1 : -1;
                table[i][j] = a[i] * b[j] + sign * epsilon;
            }
        }
        return table;
    }

    private static Law<InformationSubject> mutualChain() {
        return law(
                "information-chain",
                "I(X; (Y, Z)) = I(X; Z) + I(X; Y|Z)",
                BOOK + "theorem 2.5.2",
                1e-12,
                (subject, sample) -> {
                    double[][][] table = table(sample);
                    double[][] pair = new double[X][Y * Z];
                    double[][] without = new double[X][Z];
                    for (int i = 0; i < X; i++) {
                        for (int j = 0; j < Y; j++) {
                            for (int k = 0; k < Z; k++) {
                                pair[i][j * Z + k] = table[i][j][k];
                                without[i][k] += table[i][j][k];
                            }
                        }
                    }
                    double whole = subject.mutual(pair);
                    double sum = subject.mutual(without) + subject.conditionalMutual(table);
                    return Comparison.equal(whole, sum, X * Y * Z, detail(pair, whole, sum));
                });
    }

    private static Law<InformationSubject> processing() {
        return law(
                "information-processing",
                "I(X; Z) ≤ I(X; Y) if Z depends on Y alone, with equality where Y can be told from Z",
                BOOK + "theorem 2.8.1",
                1e-12,
                (subject, sample) -> {
                    double[][] table = rows(sample);
                    double before = subject.mutual(table);
                    double[][] kernel = Grid.kernel(sample.direction(), Y * Z, Y);
                    double after = subject.mutual(pushed(table, kernel));
                    double[][] split = new double[X][];
                    Arrays.setAll(split, i -> Grid.split(table[i]));
                    double finer = subject.mutual(split);
                    return Comparison.atMost(after, before, X * Y * Z, detail(table, after, before))
                            .or(Comparison.equal(finer, before, X * Y * Z, detail(table, finer, before)));
                });
    }

    private static double[][] pushed(double[][] table, double[][] kernel) {
        double[][] pushed = new double[table.length][];
        Arrays.setAll(pushed, i -> Grid.push(table[i], kernel));
        return pushed;
    }

    private static Law<InformationSubject> contrastive() {
        return law(
                "contrastive-bound",
                "the InfoNCE estimate of K pairs is at most log K, which it comes near for scores that tell the pairs apart; 0 for equal scores",
                "A. van den Oord, Y. Li and O. Vinyals, Representation learning with contrastive predictive coding (2018), section 2.3",
                1e-12,
                (subject, sample) -> {
                    double[] point = sample.point();
                    double[] second = sample.second();
                    int k = 3;
                    double[][] scores = new double[k][k];
                    double[][] sharp = new double[k][k];
                    double[][] equal = new double[k][k];
                    for (int i = 0; i < k; i++) {
                        for (int j = 0; j < k; j++) {
                            scores[i][j] = 10 * point[i] * second[j];
                            sharp[i][j] = point[i] + (i == j ? 60 * Math.max(1, Math.abs(point[i])) : 0);
                            equal[i][j] = point[i];
                        }
                    }
                    double most = Math.log(k);
                    double estimate = subject.contrastive(scores);
                    double best = subject.contrastive(sharp);
                    double none = subject.contrastive(equal);
                    return Comparison.atMost(estimate, most, k, detail(scores, estimate, most))
                            .or(Comparison.equal(best, most, k, detail(sharp, best, most)))
                            .or(Comparison.holds(Math.abs(none) <= Rounding.ofTerms(k, 1), detail(equal, none, 0)));
                });
    }

    /** The joint distribution of X and the pair of Y and Z. */
    private static double[][] rows(Sample sample) {
        double[] cells = Grid.fine(sample.point());
        double[][] rows = new double[X][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(cells, i * Y * Z, (i + 1) * Y * Z));
        return rows;
    }

    private static double[][][] table(Sample sample) {
        double[] cells = Grid.fine(sample.second());
        double[][][] table = new double[X][Y][Z];
        for (int i = 0; i < cells.length; i++) {
            table[i / (Y * Z)][(i / Z) % Y][i % Z] = cells[i];
        }
        return table;
    }

    private static double[] sums(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    }

    private static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return columns;
    }

    private static Supplier<String> detail(double[][] table, double a, double b) {
        return () -> Arrays.deepToString(table) + ": " + a + " and " + b;
    }
}
