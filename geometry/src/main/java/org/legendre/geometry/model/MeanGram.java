package org.legendre.geometry.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Form;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.special.Sums;

/** The form (1/n) Σ JᵢᵀCᵢJᵢ of Jacobians and covariances, never formed unless one asks for it: what all kinds of Fisher information are. */
abstract class MeanGram implements Form<Weights, Differential<Weights>> {
    /** A product with F costs about as much as that many rows of a Jacobian add to the whole matrix. */
    private static final int ROWS = 8;

    private final int size;
    private final Linearization[] rows;
    private final Covariance[] covariances;

    MeanGram(int size, Linearization[] rows, Covariance[] covariances) {
        this.size = size;
        this.rows = rows;
        this.covariances = covariances;
    }

    @Override
    public final int size() {
        return size;
    }

    /** How many inputs it is the mean over. */
    final int observations() {
        return rows.length;
    }

    /** Through the layers of the model, if it has layers. */
    final LayerPass layerPass() {
        return new LayerPass(rows, covariances);
    }

    /** Rows bᵢₖ with F = Σᵢ Σₖ bᵢₖbᵢₖᵀ, as many for each observation as its covariance has columns. */
    final void forEachRow(Consumer<double[]> use) {
        double share = Math.sqrt(1.0 / rows.length);
        double[] row = new double[size];
        for (int i = 0; i < rows.length; i++) {
            for (double[] column : covariances[i].columns()) {
                for (int c = 0; c < column.length; c++) {
                    column[c] *= share;
                }
                Arrays.fill(row, 0);
                rows[i].pull(column, row);
                use.accept(row);
            }
        }
    }

    /** The diagonal of F, a sum of squares. */
    final double[] diagonal() {
        double[] diagonal = new double[size];
        forEachRow(row -> {
            for (int j = 0; j < size; j++) {
                diagonal[j] += row[j] * row[j];
            }
        });
        return diagonal;
    }

    /** F + λI, solved by the matrix of the products of these rows. */
    final Hessian inSampleSpace(double lambda) {
        double[] diagonal = new double[size];
        Arrays.fill(diagonal, DomainException.requirePositive("damping λ of a solve in sample space", lambda));
        List<double[]> all = new ArrayList<>();
        forEachRow(row -> all.add(row.clone()));
        return Hessian.diagonalPlusLowRank(diagonal, all.toArray(double[][]::new));
    }

    /**
     * Multiplies, without the matrix: one Jacobian–vector and one vector–Jacobian product for each input.
     *
     * @param v a tangent, of length p
     * @param out takes Fv, another array of length p
     */
    public final void multiply(double[] v, double[] out) {
        Arrays.fill(out, 0);
        int m = rows[0].natural().length;
        double[] image = new double[m];
        double[] tangent = new double[m];
        double[][] work = rows[0] instanceof LayeredLinearization layered ? layered.workspace() : new double[0][];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] instanceof LayeredLinearization layered) {
                layered.push(v, tangent, work);
                image(i, tangent, image);
                layered.pull(image, out, work);
            } else {
                rows[i].push(v, tangent);
                image(i, tangent, image);
                rows[i].pull(image, out);
            }
        }
    }

    /** Cᵢu/n. */
    private void image(int i, double[] u, double[] out) {
        covariances[i].multiply(u, out);
        for (int c = 0; c < out.length; c++) {
            out[c] /= rows.length;
        }
    }

    /** The terms uᵢᵀCᵢuᵢ ≥ 0 of vᵀFv, uᵢ = Jᵢv, of which it is the mean. */
    final double[] terms(double[] v) {
        double[] terms = new double[rows.length];
        Arrays.setAll(terms, i -> covariances[i].quadratic(tangent(i, v)));
        return terms;
    }

    /** Jᵢv. */
    final double[] tangent(int i, double[] v) {
        double[] tangent = new double[rows[i].natural().length];
        rows[i].push(v, tangent);
        return tangent;
    }

    final double quadratic(double[] v) {
        return Sums.sum(terms(v)) / rows.length;
    }

    final double[] require(Vec<Weights> v) {
        return DomainException.requireLength("tangent", v.toArray(), size);
    }

    @Override
    public final Vec<Differential<Weights>> lower(Vec<Weights> v) {
        double[] out = new double[size];
        multiply(require(v), out);
        return Vec.of(out);
    }

    /** {@inheritDoc} It is a mean of nonnegative terms: nothing cancels. */
    @Override
    public final double squaredNorm(Vec<Weights> v) {
        double square = quadratic(require(v));
        if (Double.isNaN(square)) {
            throw new DomainException(
                    "squared length", square, "a number: the Jacobian or its product with the tangent overflows");
        }
        return square;
    }

    /**
     * The whole matrix: layer by layer where the model has layers, else from the rows of the Jacobians where these are sparse or few, else by p products.
     *
     * @return rows, a new array, exactly symmetric
     */
    public final double[][] toMatrix() {
        double[][] matrix = new double[size][size];
        if (rows[0] instanceof LayeredLinearization) {
            LayerBlock.add(layerPass(), matrix);
        } else if (entries(jacobian(0)) <= ROWS * size) {
            for (int i = 0; i < rows.length; i++) {
                add(jacobian(i), covariances[i], matrix);
            }
        } else {
            double[] unit = new double[size];
            for (int j = 0; j < size; j++) {
                unit[j] = 1;
                multiply(unit, matrix[j]);
                unit[j] = 0;
            }
        }
        mirror(matrix);
        return matrix;
    }

    /** Makes a lower triangle a symmetric matrix. */
    static void mirror(double[][] matrix) {
        for (int j = 0; j < matrix.length; j++) {
            for (int k = 0; k < j; k++) {
                matrix[k][j] = matrix[j][k];
            }
        }
    }

    /** The rows of Jᵢ. */
    private double[][] jacobian(int i) {
        int m = rows[i].natural().length;
        double[][] jacobian = new double[m][size];
        double[] unit = new double[m];
        for (int c = 0; c < m; c++) {
            unit[c] = 1;
            rows[i].pull(unit, jacobian[c]);
            unit[c] = 0;
        }
        return jacobian;
    }

    private static int entries(double[][] jacobian) {
        return (int) Arrays.stream(jacobian)
                .flatMapToDouble(Arrays::stream)
                .filter(entry -> entry != 0)
                .count();
    }

    /** Adds JᵀCJ/n to the lower triangle. */
    private void add(double[][] jacobian, Covariance covariance, double[][] matrix) {
        int m = jacobian.length;
        double[][] product = new double[m][size];
        double[] column = new double[m];
        double[] image = new double[m];
        for (int k = 0; k < size; k++) {
            for (int c = 0; c < m; c++) {
                column[c] = jacobian[c][k];
            }
            covariance.multiply(column, image);
            for (int c = 0; c < m; c++) {
                product[c][k] = image[c] / rows.length;
            }
        }
        for (int c = 0; c < m; c++) {
            for (int j = 0; j < size; j++) {
                double factor = jacobian[c][j];
                if (factor != 0) {
                    double[] to = matrix[j];
                    for (int k = 0; k <= j; k++) {
                        to[k] += factor * product[c][k];
                    }
                }
            }
        }
    }
}
