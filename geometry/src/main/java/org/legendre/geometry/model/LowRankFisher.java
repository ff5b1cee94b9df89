package org.legendre.geometry.model;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.special.InnerProduct;

/**
 * A Fisher information by a matrix of low rank plus a diagonal: BᵀB + diag(F − BᵀB), with the diagonal of F. BᵀB = FQ(QᵀFQ)⁺QᵀF is Nyström's approximation of F from r orthonormal directions Q, which F itself has turned to
 * its leading eigenvectors. F − BᵀB is positive semidefinite, so that its diagonal is nonnegative. It is exact where F has the rank r or less.
 *
 * <p>It costs 2r products with F and p r² multiplications. The first directions are drawn with one seed for all: the same F gives the same bits.
 *
 * <p>Source: N. Halko, P.-G. Martinsson and J. A. Tropp, Finding structure with randomness, SIAM Review 53 (2011), §5.5 (algorithm 5.5) with one power iteration.
 *
 * @param <F> what it approximates
 */
public final class LowRankFisher<F extends FisherInformation> extends FisherApproximation<F> {
    private static final long SEED = 2011;

    private final double[] diagonal;
    private final double[][] rows;

    private LowRankFisher(F fisher, double[] diagonal, double[][] rows) {
        super(fisher);
        this.diagonal = diagonal;
        this.rows = rows;
    }

    static <F extends MeanGram & FisherInformation> LowRankFisher<F> of(F fisher, int rank) {
        int p = fisher.size();
        if (rank < 1 || rank > p) {
            throw new DomainException("rank", rank, "between 1 and the number of weights, " + p);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] directions = new double[rank][p];
        for (double[] direction : directions) {
            Arrays.setAll(direction, j -> random.nextGaussian());
        }
        orthonormalise(directions);
        directions = images(fisher, directions);
        orthonormalise(directions);
        double[][] rows = nystrom(directions, images(fisher, directions));
        double[] diagonal = fisher.diagonal();
        for (int j = 0; j < p; j++) {
            for (double[] row : rows) {
                diagonal[j] -= row[j] * row[j];
            }
            // Nonnegative but for the rounding of the diagonal of F.
            diagonal[j] = Math.max(0, diagonal[j]);
        }
        return new LowRankFisher<>(fisher, diagonal, rows);
    }

    private static double[][] images(MeanGram gram, double[][] directions) {
        double[][] images = new double[directions.length][gram.size()];
        for (int k = 0; k < images.length; k++) {
            gram.multiply(directions[k], images[k]);
        }
        return images;
    }

    /** By Gram and Schmidt; what is dependent but for rounding becomes 0. The approximation depends on the span only. */
    private static void orthonormalise(double[][] rows) {
        for (int k = 0; k < rows.length; k++) {
            double before = Math.sqrt(InnerProduct.of(rows[k], rows[k]));
            for (int i = 0; i < k; i++) {
                add(-InnerProduct.of(rows[i], rows[k]), rows[i], rows[k]);
            }
            double norm = Math.sqrt(InnerProduct.of(rows[k], rows[k]));
            double scale = norm > rows[k].length * Math.ulp(before) ? 1 / norm : 0;
            for (int j = 0; j < rows[k].length; j++) {
                rows[k][j] *= scale;
            }
        }
    }

    private static void add(double factor, double[] row, double[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] += factor * row[j];
        }
    }

    /** FQW θ^(−½) for the eigenvalues θ of QᵀFQ that are above rounding. */
    private static double[][] nystrom(double[][] directions, double[][] images) {
        int r = directions.length;
        double[][] small = new double[r][r];
        for (int i = 0; i < r; i++) {
            for (int j = 0; j <= i; j++) {
                small[i][j] = InnerProduct.of(directions[i], images[j]);
                small[j][i] = small[i][j];
            }
        }
        Eigenbasis basis = new Eigenbasis(small);
        double largest = 0;
        for (int k = 0; k < r; k++) {
            largest = Math.max(largest, basis.value(k));
        }
        double[][] rows = new double[r][directions[0].length];
        for (int k = 0; k < r; k++) {
            if (basis.value(k) > rows[k].length * Math.ulp(largest)) {
                for (int i = 0; i < r; i++) {
                    add(basis.entry(k, i) / Math.sqrt(basis.value(k)), images[i], rows[k]);
                }
            }
        }
        return rows;
    }

    /**
     * The rank of BᵀB, at most.
     *
     * @return r
     */
    public int rank() {
        return rows.length;
    }

    @Override
    public Damped<LowRankFisher<F>> damped(double lambda) {
        return new Damped<>(this, lambda, plus(DomainException.requireNonnegative("damping λ", lambda)), "");
    }

    @Override
    Hessian plus(double lambda) {
        return Hessian.diagonalPlusLowRank(
                Arrays.stream(diagonal).map(entry -> entry + lambda).toArray(), rows);
    }

    @Override
    String name() {
        return "rank " + rank() + " plus diagonal";
    }
}
