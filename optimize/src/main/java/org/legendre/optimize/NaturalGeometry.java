package org.legendre.optimize;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.IterativeHessian;

/** Straight lines x − tG⁻¹g, G factorised once an iterate, or the direction found by iteration. */
final class NaturalGeometry<X extends Coordinates<Y>, Y extends Coordinates<X>>
        implements Geometry<X, Y>, Coordinatewise {
    /** In the place of the metric before the first iterate. */
    private static final Hessian NONE = Hessian.block();

    private final Domain domain;
    private final Function<double[], Hessian> metric;
    private final boolean euclidean;

    /** @param euclidean whether the domain is the whole space and the metric the identity everywhere */
    NaturalGeometry(Domain domain, Function<double[], Hessian> metric, boolean euclidean) {
        this.domain = domain;
        this.metric = metric;
        this.euclidean = euclidean;
    }

    @Override
    public int size() {
        return domain.size();
    }

    @Override
    public boolean dual() {
        return false;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return domain.diagnose(x);
    }

    @Override
    public boolean isEuclidean() {
        return euclidean;
    }

    @Override
    public boolean isSquaredDistance() {
        return euclidean;
    }

    @Override
    public Curve curve() {
        return new Line();
    }

    @Override
    public String toString() {
        return "natural gradient on " + domain;
    }

    private final class Line implements SolvedCurve {
        private final double[] direction = new double[domain.size()];
        private double[] from = new double[0];
        private double[] differential = from;
        /** G, without the damping of a scheme. */
        private Hessian hessian = NONE;

        private @Nullable Damping damping;
        private double lambda;
        /** gᵀ(G + λI)⁻¹g. */
        private double square;

        /** Whether the direction is not that of the solve. */
        private boolean turned;

        /** Where an iterative solve begins. */
        private double[] guess = new double[domain.size()];

        private double residual;
        private double step;
        private String obstacle = "";

        @Override
        public void toDual(double[] x, double[] y) {}

        @Override
        public boolean fromDual(double[] y, double[] x) {
            obstacle = "a natural gradient has no dual point";
            return false;
        }

        @Override
        public void begin(double[] x, double[] y, double[] g) {
            from = x;
            differential = g;
            hessian = metric.apply(x);
            if (hessian.size() != g.length) {
                throw new DomainException(
                        "size of the metric", hessian.size(), "the dimension of the geometry, " + g.length);
            }
            solve();
        }

        /** A solve that fails is answered by more damping, if anybody damps. */
        @Override
        public void solve() {
            Damping source = damping;
            if (source == null) {
                solve(hessian);
                return;
            }
            while (true) {
                lambda = source.lambda(hessian, differential);
                try {
                    solve(hessian.damped(lambda));
                    return;
                } catch (DomainException | ConvergenceException failure) {
                    if (!source.raise()) {
                        throw failure;
                    }
                }
            }
        }

        private void solve(Hessian damped) {
            residual = 0;
            if (damped instanceof IterativeHessian iterative) {
                residual = iterative.solve(differential, guess, direction);
            } else {
                damped.solve(differential, direction);
            }
            turned = false;
            square = 0;
            for (int i = 0; i < direction.length; i++) {
                square += differential[i] * direction[i];
            }
        }

        @Override
        public double decrement() {
            return 0.5 * square;
        }

        @Override
        public double residual() {
            return residual;
        }

        @Override
        public void guess(double[] begin) {
            guess = begin;
        }

        @Override
        public void damp(Damping source) {
            damping = source;
        }

        @Override
        public double damping() {
            return lambda;
        }

        @Override
        public Hessian metric() {
            return hessian;
        }

        @Override
        public double[] direction() {
            return direction;
        }

        @Override
        public void turn(double[] other) {
            System.arraycopy(other, 0, direction, 0, direction.length);
            turned = true;
        }

        @Override
        public boolean move(double t, double[] x, double[] y) {
            step = t;
            for (int i = 0; i < x.length; i++) {
                x[i] = from[i] - t * direction[i];
            }
            Optional<String> reason = domain.diagnose(x);
            obstacle = reason.orElse("");
            return reason.isEmpty();
        }

        @Override
        public String obstacle() {
            return obstacle;
        }

        @Override
        public double divergence(double[] x, double[] y) {
            return 0.5 * step * step * (turned ? hessian.quadratic(direction) : square);
        }
    }
}
