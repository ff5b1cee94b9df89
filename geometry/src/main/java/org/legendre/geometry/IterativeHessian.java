package org.legendre.geometry;

/** A {@link Hessian} that solves by iteration: a solve can begin at a guess, and says how well it ended. */
public interface IterativeHessian extends Hessian {
    /**
     * Solves Hx = g from a start.
     *
     * @param g a vector of length n
     * @param start a guess of the direction of x, length n; all zeros for none
     * @param out the solution, length n, another array than both
     * @return the relative residual ‖g − Hx‖/‖g‖ in the Euclidean norm
     * @throws ConvergenceException if the structure does not reach its accuracy
     */
    double solve(double[] g, double[] start, double[] out);

    @Override
    default void solve(double[] g, double[] out) {
        solve(g, new double[size()], out);
    }

    @Override
    default double inverseQuadratic(double[] g) {
        double[] x = new double[size()];
        solve(g, x);
        return ConjugateGradients.dot(g, x);
    }
}
