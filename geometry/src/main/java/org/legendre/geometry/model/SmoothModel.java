package org.legendre.geometry.model;

import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;

/** A model by automatic differentiation of its formula. */
final class SmoothModel<T, M extends Member<T, M>> implements ParametricModel<T, M> {
    private final int inputs;
    private final ExponentialFamily<T, M> family;
    private final NaturalFormula formula;
    private final DSFactory factory;

    SmoothModel(int inputs, int size, ExponentialFamily<T, M> family, NaturalFormula formula) {
        if (inputs < 0) {
            throw new DomainException("number of inputs", inputs, "at least 0");
        }
        if (size < 1) {
            throw new DomainException("number of weights", size, "at least 1");
        }
        this.inputs = inputs;
        this.family = family;
        this.formula = formula;
        this.factory = new DSFactory(size, 1);
    }

    @Override
    public int size() {
        return factory.getCompiler().getFreeParameters();
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public ExponentialFamily<T, M> family() {
        return family;
    }

    @Override
    public Linearization at(double[] x, double[] w) {
        DerivativeStructure[] variables = new DerivativeStructure[w.length];
        for (int j = 0; j < w.length; j++) {
            variables[j] = factory.variable(j, w[j]);
        }
        DerivativeStructure[] values = formula.value(x.clone(), variables);
        int m = family.dimension();
        if (values.length != m) {
            throw new DomainException("length of θ(x; w)", values.length, "the dimension of the family, " + m);
        }
        double[] theta = new double[m];
        double[][] jacobian = new double[m][w.length];
        int[] orders = new int[w.length];
        for (int i = 0; i < m; i++) {
            requireDerivatives(i, values[i]);
            theta[i] = values[i].getValue();
            for (int j = 0; j < w.length; j++) {
                orders[j] = 1;
                jacobian[i][j] = values[i].getPartialDerivative(orders);
                orders[j] = 0;
            }
        }
        return new Dense(theta, jacobian);
    }

    /** A constant of another origin has no derivatives, or those by other variables. */
    private void requireDerivatives(int i, DerivativeStructure value) {
        if (value.getFreeParameters() != size() || value.getOrder() < 1) {
            throw new DomainException(
                    "derivatives of entry " + i + " of θ(x; w)",
                    "order " + value.getOrder() + " in " + value.getFreeParameters() + " variables",
                    "those by the " + size() + " weights: w[0].newInstance(c) is the constant c");
        }
    }

    @Override
    public String toString() {
        return "model of " + inputs + " inputs, " + size() + " weights and an output " + family;
    }

    /** A Jacobian with all its entries. */
    private static final class Dense implements Linearization {
        private final double[] theta;
        private final double[][] jacobian;

        Dense(double[] theta, double[][] jacobian) {
            this.theta = theta;
            this.jacobian = jacobian;
        }

        @Override
        public double[] natural() {
            return theta;
        }

        @Override
        public void push(double[] v, double[] out) {
            for (int i = 0; i < theta.length; i++) {
                double sum = 0;
                for (int j = 0; j < v.length; j++) {
                    sum += jacobian[i][j] * v[j];
                }
                out[i] = sum;
            }
        }

        @Override
        public void pull(double[] u, double[] out) {
            for (int i = 0; i < theta.length; i++) {
                for (int j = 0; j < out.length; j++) {
                    out[j] += u[i] * jacobian[i][j];
                }
            }
        }
    }
}
