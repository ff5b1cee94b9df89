package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;

/** Bregman proximal gradient: straight lines y − tg in dual coordinates, each point brought to the minimiser that t·r makes of it. */
final class CompositeGeometry<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Geometry<X, Y> {
    private final Legendre<X, Y> phi;
    private final Term term;
    private final SeparableProximal proximal;

    CompositeGeometry(Legendre<X, Y> phi, Term term) {
        this.phi = phi;
        this.term = term;
        this.proximal = SeparableProximal.of(phi, term);
    }

    @Override
    public int size() {
        return phi.size();
    }

    @Override
    public boolean dual() {
        return true;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return phi.domain().diagnose(x);
    }

    @Override
    public double gap(double[] x, double[] g) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += proximal.gap(i, x[i], g[i]);
        }
        return sum;
    }

    @Override
    public Optional<Term> term() {
        return Optional.of(term);
    }

    @Override
    public Curve curve() {
        return new Line(SeparableProximal.of(phi, term));
    }

    @Override
    public String toString() {
        return "mirror descent with " + phi.potential() + " and the term " + term;
    }

    private static final class Line extends DualLine {
        private final SeparableProximal proximal;

        Line(SeparableProximal proximal) {
            this.proximal = proximal;
        }

        @Override
        public void toDual(double[] x, double[] y) {
            proximal.phi.gradient(x, y);
        }

        @Override
        public boolean fromDual(double[] y, double[] x) {
            for (int i = 0; i < y.length; i++) {
                boolean inside = y[i] > proximal.dual.lower(i) && y[i] < proximal.dual.upper(i);
                x[i] = inside ? proximal.dual.derivative(i, y[i]) : Double.NaN;
                if (!Double.isFinite(x[i])) {
                    obstacle = "entry " + i + " of the dual point, " + y[i] + ", is that of no point";
                    return false;
                }
            }
            return true;
        }

        /** {@inheritDoc} With g + s for the subgradient s of r that makes it least. */
        @Override
        public double decrement() {
            double sum = 0;
            for (int i = 0; i < x0.length; i++) {
                double slope = g0[i] + proximal.subgradient(i, x0[i], g0[i]);
                sum += proximal.dual.second(i, y0[i]) * slope * slope;
            }
            return 0.5 * sum;
        }

        @Override
        public boolean move(double t, double[] x, double[] y) {
            DomainException.requirePositive("step", t);
            straight(y0, g0, t, y, 0, y.length);
            obstacle = overflow(y, 0, y.length);
            if (obstacle.isEmpty()) {
                obstacle = proximal.solve(t, y, x);
            }
            return obstacle.isEmpty();
        }

        @Override
        public double divergence(double[] x, double[] y) {
            return SumStep.separable(proximal.phi, proximal.dual, x, y, x0, y0);
        }

        @Override
        public void tangential(double[] g, double[] out) {
            for (int i = 0; i < g.length; i++) {
                out[i] = g[i] + proximal.subgradient(i, x0[i], g0[i]);
            }
        }

        @Override
        public double excess(double[] x) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += proximal.excess(i, x[i], x0[i], proximal.subgradient(i, x0[i], g0[i]));
            }
            return sum;
        }
    }
}
