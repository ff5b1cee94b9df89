package org.legendre.geometry;

import java.util.function.Function;

/**
 * A smooth change of coordinates x ↦ z with its inverse and Jacobian J = ∂z/∂x. Tangents push forward by J, covectors pull back by Jᵀ, and a
 * metric G in z becomes JᵀGJ in x.
 *
 * @param <X> the tag of the coordinates x
 * @param <Z> the tag of the coordinates z
 */
public interface Chart<X, Z> {
    /**
     * The map.
     *
     * @param x a point
     * @return z(x)
     */
    Vec<Z> forward(Vec<X> x);

    /**
     * The inverse map.
     *
     * @param z a point
     * @return x(z)
     */
    Vec<X> inverse(Vec<Z> z);

    /**
     * The Jacobian.
     *
     * @param x a point
     * @return rows ∂zᵢ/∂xⱼ
     */
    double[][] jacobian(Vec<X> x);

    /**
     * Pushes a tangent forward: Jv.
     *
     * @param x the point
     * @param v a tangent at x
     * @return the tangent at z(x)
     * @throws DomainException if the length of v is not the number of columns of J
     */
    default Vec<Z> push(Vec<X> x, Vec<X> v) {
        double[][] j = jacobian(x);
        for (double[] row : j) {
            DomainException.requireLength("row of the Jacobian", row, v.size());
        }
        return Vec.generate(j.length, i -> {
            double sum = 0;
            for (int k = 0; k < v.size(); k++) {
                sum += j[i][k] * v.get(k);
            }
            return sum;
        });
    }

    /**
     * Pulls a covector back: Jᵀg.
     *
     * @param <Y> the dual tag of x
     * @param <W> the dual tag of z
     * @param x the point
     * @param g a covector at z(x)
     * @return the covector at x
     * @throws DomainException if the length of g is not the number of rows of J
     */
    default <Y extends Coordinates<X>, W extends Coordinates<Z>> Vec<Y> pull(Vec<X> x, Vec<W> g) {
        double[][] j = jacobian(x);
        DomainException.requireLength("covector", g.toArray(), j.length);
        return Vec.generate(x.size(), k -> {
            double sum = 0;
            for (int i = 0; i < j.length; i++) {
                sum += j[i][k] * g.get(i);
            }
            return sum;
        });
    }

    /**
     * Pulls the matrix of a form back: JᵀGJ, as rows.
     *
     * @param x the point
     * @param g the rows of G at z(x)
     * @return rows of JᵀGJ, exactly symmetric
     * @throws DomainException if G has not as many rows and columns as J has rows
     */
    default double[][] pull(Vec<X> x, double[][] g) {
        double[][] j = jacobian(x);
        int n = x.size();
        int m = j.length;
        if (g.length != m) {
            throw new DomainException("rows of G", g, "as many as z has coordinates, " + m);
        }
        double[][] right = new double[m][n];
        for (int i = 0; i < m; i++) {
            DomainException.requireLength("row of G", g[i], m);
            for (int b = 0; b < n; b++) {
                for (int k = 0; k < m; k++) {
                    right[i][b] += g[i][k] * j[k][b];
                }
            }
        }
        double[][] out = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < m; i++) {
                    sum += j[i][a] * right[i][b];
                }
                out[a][b] = sum;
                out[b][a] = sum;
            }
        }
        return out;
    }

    /**
     * A chart from its three functions.
     *
     * @param <X> the tag of the coordinates x
     * @param <Z> the tag of the coordinates z
     * @param forward x ↦ z
     * @param inverse z ↦ x
     * @param jacobian x ↦ rows ∂zᵢ/∂xⱼ
     * @return the chart
     */
    static <X, Z> Chart<X, Z> of(
            Function<Vec<X>, Vec<Z>> forward, Function<Vec<Z>, Vec<X>> inverse, Function<Vec<X>, double[][]> jacobian) {
        return new Chart<>() {
            @Override
            public Vec<Z> forward(Vec<X> x) {
                return forward.apply(x);
            }

            @Override
            public Vec<X> inverse(Vec<Z> z) {
                return inverse.apply(z);
            }

            @Override
            public double[][] jacobian(Vec<X> x) {
                return jacobian.apply(x);
            }
        };
    }
}
