package org.legendre.geometry;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** A potential from its formula, by automatic differentiation. */
final class DerivativePotential implements Potential {
    private final Domain domain;
    private final SmoothFunction psi;
    private final DSFactory[] factories;
    private final DSFactory three = new DSFactory(3, 3);

    DerivativePotential(Domain domain, SmoothFunction psi) {
        this.domain = domain;
        this.psi = psi;
        int n = domain.size();
        this.factories = new DSFactory[] {new DSFactory(n, 0), new DSFactory(n, 1), new DSFactory(n, 2)};
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public double value(double[] x) {
        return at(x, 0).getValue();
    }

    @Override
    public void gradient(double[] x, double[] out) {
        DerivativeStructure value = at(x, 1);
        int[] orders = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            orders[i] = 1;
            out[i] = value.getPartialDerivative(orders);
            orders[i] = 0;
        }
    }

    @Override
    public Hessian hessian(double[] x) {
        DerivativeStructure value = at(x, 2);
        int n = x.length;
        double[][] rows = new double[n][n];
        int[] orders = new int[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                orders[i]++;
                orders[j]++;
                rows[i][j] = value.getPartialDerivative(orders);
                rows[j][i] = rows[i][j];
                orders[i]--;
                orders[j]--;
            }
        }
        try {
            return Hessian.dense(PositiveDefinite.of(rows));
        } catch (DomainException notConvex) {
            DomainException atPoint = new DomainException(
                    "∇²ψ at x = " + Arrays.toString(x),
                    rows,
                    "a positive definite matrix: ψ is not strictly convex there");
            atPoint.initCause(notConvex);
            throw atPoint;
        }
    }

    @Override
    public void third(double[] x, double[] u, double[] v, double[] out) {
        for (int k = 0; k < x.length; k++) {
            DerivativeStructure[] curve = new DerivativeStructure[x.length];
            for (int i = 0; i < x.length; i++) {
                curve[i] = three.constant(x[i])
                        .add(three.variable(0, 0).multiply(u[i]))
                        .add(three.variable(1, 0).multiply(v[i]))
                        .add(three.variable(2, 0).multiply(i == k ? 1 : 0));
            }
            out[k] = psi.value(curve).getPartialDerivative(1, 1, 1);
        }
    }

    private DerivativeStructure at(double[] x, int order) {
        DSFactory factory = factories[order];
        DerivativeStructure[] variables = new DerivativeStructure[x.length];
        for (int i = 0; i < x.length; i++) {
            variables[i] = order == 0 ? factory.constant(x[i]) : factory.variable(i, x[i]);
        }
        return psi.value(variables);
    }
}
