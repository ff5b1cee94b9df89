package org.legendre.geometry.family;

import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.legendre.geometry.DomainException;

/**
 * Kullback–Leibler divergences of many pairs at once, from rows of flat arrays or lists of members, in nats.
 *
 * <p>Row i of the result is the divergence of row i of p from row i of q, with the same bits and the same accuracy as {@code klTo} of the two
 * members; nothing is allocated for a row. A bad row gets a {@link DomainException} with its number; the rows before it may have been written.
 *
 * <pre>{@code
 * double[] kl = new double[n];
 * Batch.normalKl(meansP, variancesP, meansQ, variancesQ, kl);
 * double same = new Normal(meansP[7], variancesP[7]).klTo(new Normal(meansQ[7], variancesQ[7])); // kl[7], bit for bit
 * double[][] all = Batch.klMatrix(members, members); // of every pair, in parallel
 * }</pre>
 *
 * <p>Classes, means, variances and concentrations are checked as the members' factories check them; the arrays of a call may not overlap.
 */
public final class Batch {
    private Batch() {}

    /**
     * KL(N(μ_p, σ_p²)‖N(μ_q, σ_q²)) of as many pairs as the arrays are long.
     *
     * <p>Formula, source and error: as {@link Normal#klTo}.
     *
     * @param meansP μ_p, finite
     * @param variancesP σ_p², positive and finite (not deviations)
     * @param meansQ μ_q, finite
     * @param variancesQ σ_q², positive and finite
     * @param out where the divergences go, of the same length
     * @throws DomainException if lengths differ or a row is bad
     */
    public static void normalKl(
            double[] meansP, double[] variancesP, double[] meansQ, double[] variancesQ, double[] out) {
        int n = out.length;
        DomainException.requireLength("means of p", meansP, n);
        DomainException.requireLength("variances of p", variancesP, n);
        DomainException.requireLength("means of q", meansQ, n);
        DomainException.requireLength("variances of q", variancesQ, n);
        normalKl(meansP, variancesP, 0, meansQ, variancesQ, 0, out, 0, n);
    }

    /**
     * KL(N(μ_p, σ_p²)‖N(μ_q, σ_q²)) of n pairs out of longer arrays.
     *
     * <p>Formula, source and error: as {@link Normal#klTo}.
     *
     * @param meansP μ_p, finite
     * @param variancesP σ_p², positive and finite
     * @param fromP the index of the first mean and variance of p
     * @param meansQ μ_q, finite
     * @param variancesQ σ_q², positive and finite
     * @param fromQ the index of the first mean and variance of q
     * @param out where the divergences go
     * @param fromOut the index of the first of them
     * @param n the number of pairs
     * @throws DomainException if a row is bad
     * @throws IndexOutOfBoundsException if an array is too short
     */
    public static void normalKl(
            double[] meansP,
            double[] variancesP,
            int fromP,
            double[] meansQ,
            double[] variancesQ,
            int fromQ,
            double[] out,
            int fromOut,
            int n) {
        Objects.checkFromIndexSize(fromP, n, meansP.length);
        Objects.checkFromIndexSize(fromP, n, variancesP.length);
        Objects.checkFromIndexSize(fromQ, n, meansQ.length);
        Objects.checkFromIndexSize(fromQ, n, variancesQ.length);
        Objects.checkFromIndexSize(fromOut, n, out.length);
        new NormalKernel().kl(meansP, variancesP, fromP, meansQ, variancesQ, fromQ, out, fromOut, n);
    }

    /**
     * KL(p‖q) = Σ pᵢ log(pᵢ/qᵢ) of two probability vectors.
     *
     * <p>Formula, source and error: as {@link Categorical#klTo}.
     *
     * @param p probabilities that sum to 1, as those of {@link Categorical#of}
     * @param q probabilities that sum to 1, as many
     * @return the divergence; +∞ where q excludes what p allows
     * @throws DomainException if they are not probabilities
     */
    public static double categoricalKl(double[] p, double[] q) {
        DomainException.requireLength("probabilities of q", q, p.length);
        double[] out = new double[1];
        categoricalKl(p, 0, q, 0, out, 0, 1, p.length);
        return out[0];
    }

    /**
     * KL(p‖q) = Σ pᵢ log(pᵢ/qᵢ) of rows of probabilities, row after row in flat arrays.
     *
     * <p>Formula, source and error: as {@link Categorical#klTo}.
     *
     * @param p rows × classes probabilities, each row with sum 1
     * @param fromP the index of the first of them
     * @param q rows × classes probabilities, each row with sum 1
     * @param fromQ the index of the first of them
     * @param out where the divergences go; +∞ where q excludes what p allows
     * @param fromOut the index of the first of them
     * @param rows the number of pairs
     * @param classes the number of probabilities in a row, at least 2
     * @throws DomainException if a row is bad
     * @throws IndexOutOfBoundsException if an array is too short
     */
    public static void categoricalKl(
            double[] p, int fromP, double[] q, int fromQ, double[] out, int fromOut, int rows, int classes) {
        requireRows(p, fromP, q, fromQ, out, fromOut, rows, classes);
        new CategoricalKernel().kl(p, fromP, q, fromQ, out, fromOut, rows, classes);
    }

    /**
     * KL(Dir(p)‖Dir(q)) of rows of concentrations, row after row in flat arrays.
     *
     * <p>Formula, source and error: as {@link Dirichlet#klTo}.
     *
     * @param p rows × classes concentrations, positive and finite
     * @param fromP the index of the first of them
     * @param q rows × classes concentrations, positive and finite
     * @param fromQ the index of the first of them
     * @param out where the divergences go
     * @param fromOut the index of the first of them
     * @param rows the number of pairs
     * @param classes the number of concentrations in a row, at least 2
     * @throws DomainException if a row is bad
     * @throws IndexOutOfBoundsException if an array is too short
     */
    public static void dirichletKl(
            double[] p, int fromP, double[] q, int fromQ, double[] out, int fromOut, int rows, int classes) {
        requireRows(p, fromP, q, fromQ, out, fromOut, rows, classes);
        new DirichletBlock().kl(p, fromP, q, fromQ, out, fromOut, rows, classes);
    }

    /**
     * KL(pᵢ‖qᵢ) of pairs of members of any one kind; multivariate normals share the working memory of one.
     *
     * <p>Formula, source and error: as {@link Distribution#klTo}, bit for bit.
     *
     * @param <T> the type of an observation
     * @param <M> the kind
     * @param p the first arguments
     * @param q the second arguments, as many
     * @return the divergences
     * @throws DomainException if the lengths differ or a pair cannot be compared, with its number
     */
    public static <T, M extends Distribution<T, M>> double[] kl(List<M> p, List<M> q) {
        if (p.size() != q.size()) {
            throw new DomainException("number of second arguments", q.size(), "as many as the first, " + p.size());
        }
        double[] out = new double[p.size()];
        ToDoubleBiFunction<M, M> kernel = kernel(p);
        for (int i = 0; i < out.length; i++) {
            out[i] = pair(kernel, p, i, q, i);
        }
        return out;
    }

    /**
     * KL(pᵢ‖qⱼ) of all pairs, rows in parallel on the common pool.
     *
     * <p>Formula, source and error: as {@link Distribution#klTo}, bit for bit, however many threads there are.
     *
     * @param <T> the type of an observation
     * @param <M> the kind
     * @param p the first arguments, one a row
     * @param q the second arguments, one a column
     * @return the divergences, that of pᵢ from qⱼ in row i and column j
     * @throws DomainException if a pair cannot be compared, with its numbers
     */
    public static <T, M extends Distribution<T, M>> double[][] klMatrix(List<M> p, List<M> q) {
        double[][] out = new double[p.size()][q.size()];
        IntStream.range(0, p.size()).parallel().forEach(i -> {
            ToDoubleBiFunction<M, M> kernel = kernel(p);
            for (int j = 0; j < q.size(); j++) {
                out[i][j] = pair(kernel, p, i, q, j);
            }
        });
        return out;
    }

    /** {@code klTo}, with working memory that its calls share: for one thread. */
    private static <T, M extends Distribution<T, M>> ToDoubleBiFunction<M, M> kernel(List<M> members) {
        if (members.isEmpty() || !(members.get(0) instanceof MultivariateNormal first)) {
            return M::klTo;
        }
        int d = first.size();
        MultivariateNormalDivergence divergence = new MultivariateNormalDivergence(d);
        return (a, b) ->
                a instanceof MultivariateNormal p && b instanceof MultivariateNormal q && p.size() == d && q.size() == d
                        ? divergence.kl(p, q)
                        : a.klTo(b);
    }

    private static <M> double pair(ToDoubleBiFunction<M, M> kernel, List<M> p, int i, List<M> q, int j) {
        try {
            return kernel.applyAsDouble(p.get(i), q.get(j));
        } catch (DomainException e) {
            DomainException located = new DomainException(
                    "pair of row " + i + " and row " + j,
                    p.get(i) + " and " + q.get(j),
                    "members to compare: " + e.getMessage());
            located.initCause(e);
            throw located;
        }
    }

    private static void requireRows(
            double[] p, int fromP, double[] q, int fromQ, double[] out, int fromOut, int rows, int classes) {
        if (classes < 2) {
            throw new DomainException("number of classes", classes, "an integer ≥ 2");
        }
        long entries = (long) rows * classes;
        Objects.checkFromIndexSize(fromP, entries, (long) p.length);
        Objects.checkFromIndexSize(fromQ, entries, (long) q.length);
        Objects.checkFromIndexSize(fromOut, rows, out.length);
    }
}
