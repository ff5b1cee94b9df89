package org.legendre.optimize;

import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.SmoothFunction;

/** An objective by automatic differentiation of its formula. */
final class SmoothObjective<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Objective<X, Y> {
    private final SmoothFunction formula;
    private final DSFactory factory;
    private final DSFactory constants;

    SmoothObjective(int n, SmoothFunction formula) {
        if (n < 1) {
            throw new DomainException("dimension of the objective", n, "at least 1");
        }
        this.formula = formula;
        this.factory = new DSFactory(n, 1);
        this.constants = new DSFactory(n, 0);
    }

    @Override
    public int size() {
        return factory.getCompiler().getFreeParameters();
    }

    @Override
    public double value(double[] x) {
        DerivativeStructure[] variables = new DerivativeStructure[x.length];
        for (int i = 0; i < x.length; i++) {
            variables[i] = constants.constant(x[i]);
        }
        return formula.value(variables).getValue();
    }

    @Override
    public double gradient(double[] x, double[] out) {
        DerivativeStructure[] variables = new DerivativeStructure[x.length];
        for (int i = 0; i < x.length; i++) {
            variables[i] = factory.variable(i, x[i]);
        }
        DerivativeStructure value = formula.value(variables);
        int[] orders = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            orders[i] = 1;
            out[i] = value.getPartialDerivative(orders);
            orders[i] = 0;
        }
        return value.getValue();
    }
}
