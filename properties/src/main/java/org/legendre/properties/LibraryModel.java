package org.legendre.properties;

import java.util.List;
import org.legendre.geometry.ConjugateGradients;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.model.Likelihood;
import org.legendre.geometry.model.Linearization;
import org.legendre.geometry.model.ParametricModel;

/** The parts of a {@link ModelSubject} as a parametric model has them: typed outputs behind plain arrays. */
final class LibraryModel<T, M extends Member<T, M>> {
    /** The relative residual of solves by conjugate gradients. */
    static final double TOLERANCE = 1e-12;

    private final ParametricModel<T, M> model;

    LibraryModel(ParametricModel<T, M> model) {
        this.model = model;
    }

    int size() {
        return model.size();
    }

    ObservationSubject outputs() {
        return ObservationSubject.of(model.family());
    }

    double[] natural(double[] x, double[] w) {
        return model.at(x, w).natural().clone();
    }

    double[] push(double[] x, double[] w, double[] v) {
        double[] out = new double[model.family().dimension()];
        model.at(x, w).push(v, out);
        return out;
    }

    double[] pull(double[] x, double[] w, double[] u) {
        double[] out = new double[model.size()];
        model.at(x, w).pull(u, out);
        return out;
    }

    private Likelihood<T, M> likelihood(double[][] x, List<?> y) {
        return likelihood(model, x, y);
    }

    /** Outputs come from the family's own draws and spaces alone. */
    @SuppressWarnings("unchecked")
    private static <T, M extends Member<T, M>> Likelihood<T, M> likelihood(
            ParametricModel<T, M> model, double[][] x, List<?> y) {
        return Likelihood.of(model, x, (List<T>) y);
    }

    double logLikelihood(double[][] x, List<?> y, double[] w) {
        return likelihood(x, y).logLikelihood(Vec.of(w));
    }

    double[] score(double[][] x, List<?> y, double[] w) {
        return likelihood(x, y).score(Vec.of(w)).toArray();
    }

    Hessian fisher(double[][] x, List<?> y, double[] w) {
        return likelihood(x, y).fisher(Vec.of(w)).damped(0).hessian();
    }

    Hessian empirical(double[][] x, List<?> y, double[] w) {
        return likelihood(x, y).empiricalFisher(Vec.of(w)).damped(0).hessian();
    }

    Estimate monteCarlo(double[][] x, List<?> y, double[] w, int draws, long seed, double[] v) {
        return likelihood(x, y).monteCarloFisher(Vec.of(w), draws, seed).estimate(Vec.of(v));
    }

    double[] raise(double[][] x, List<?> y, double[] w, double lambda, double[] g) {
        return likelihood(x, y)
                .fisher(Vec.of(w))
                .damped(lambda)
                .raise(Vec.of(g))
                .toArray();
    }

    double[] iterate(double[][] x, List<?> y, double[] w, double lambda, double[] g) {
        return likelihood(x, y)
                .fisher(Vec.of(w))
                .damped(lambda)
                .by(ConjugateGradients.to(TOLERANCE))
                .raise(Vec.of(g))
                .toArray();
    }

    double[] step(Reparametrisation chart, double[][] x, List<?> y, double[] z, double t) {
        Likelihood<T, M> likelihood = likelihood(new InChart<>(model, chart), x, y);
        double[] direction = likelihood
                .fisher(Vec.of(z))
                .damped(0)
                .raise(likelihood.score(Vec.of(z)))
                .toArray();
        return Rounding.axpy(t, direction, z);
    }

    /** The same model with other weights. */
    private record InChart<T, M extends Member<T, M>>(ParametricModel<T, M> model, Reparametrisation chart)
            implements ParametricModel<T, M> {
        @Override
        public int size() {
            return model.size();
        }

        @Override
        public int inputs() {
            return model.inputs();
        }

        @Override
        public ExponentialFamily<T, M> family() {
            return model.family();
        }

        @Override
        public Linearization at(double[] x, double[] z) {
            Linearization inner = model.at(x, chart.to(z));
            return new Linearization() {
                @Override
                public double[] natural() {
                    return inner.natural();
                }

                @Override
                public void push(double[] v, double[] out) {
                    inner.push(chart.push(z, v), out);
                }

                @Override
                public void pull(double[] u, double[] out) {
                    double[] covector = new double[out.length];
                    inner.pull(u, covector);
                    double[] there = chart.pull(z, covector);
                    for (int j = 0; j < out.length; j++) {
                        out[j] += there[j];
                    }
                }
            };
        }
    }
}
