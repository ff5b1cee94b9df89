package org.legendre.geometry.model;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.special.InnerProduct;

/** Eigenvalues and eigenvectors of a mean of squares aaᵀ. An eigenvalue is known to the rounding of the largest; what comes out below 0 is 0. */
final class Eigenbasis {
    /** The eigenvectors, one after the other. */
    private final double[] vectors;

    private final double[] values;

    Eigenbasis(double[][] matrix) {
        int d = matrix.length;
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(d, true, true);
        if (!decomposition.decompose(new DMatrixRMaj(matrix))) {
            throw new ConvergenceException("the eigenvalues of a symmetric matrix were not found", Double.NaN);
        }
        this.vectors = new double[d * d];
        this.values = new double[d];
        for (int i = 0; i < d; i++) {
            System.arraycopy(decomposition.getEigenVector(i).data, 0, vectors, i * d, d);
            values[i] = Math.max(0, decomposition.getEigenvalue(i).getReal());
        }
    }

    int size() {
        return values.length;
    }

    double value(int i) {
        return values[i];
    }

    /** The coordinate ⟨qᵢ, v⟩ of a stretch of v. */
    double coordinate(int i, double[] v, int from) {
        return InnerProduct.of(vectors, i * values.length, v, from, values.length);
    }

    /** Adds f·qᵢ to a stretch of out. */
    void add(int i, double f, double[] out, int from) {
        int start = i * values.length;
        for (int k = 0; k < values.length; k++) {
            out[from + k] += f * vectors[start + k];
        }
    }

    /** The entry k of qᵢ. */
    double entry(int i, int k) {
        return vectors[i * values.length + k];
    }
}
