package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.Chart;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;

/** Natural gradient along the straight lines of a chart: z − t(JᵀGJ)⁻¹Jᵀg, brought to its x. */
final class ChartGeometry<X extends Coordinates<Y>, Y extends Coordinates<X>, Z> implements Geometry<X, Y> {
    private final Legendre<X, Y> psi;
    private final Chart<Z, X> chart;

    ChartGeometry(Legendre<X, Y> psi, Chart<Z, X> chart) {
        this.psi = psi;
        this.chart = chart;
    }

    @Override
    public int size() {
        return psi.size();
    }

    @Override
    public boolean dual() {
        return false;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return domain().diagnose(x);
    }

    private Domain domain() {
        return psi.domain();
    }

    @Override
    public Curve curve() {
        return new StraightInChart();
    }

    @Override
    public String toString() {
        return "natural gradient on " + domain() + " along the straight lines of a chart";
    }

    private final class StraightInChart implements Curve {
        private double[] from = new double[0];
        private double[] direction = new double[0];
        /** gᵀG⁻¹g. */
        private double square;

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
            Vec<Z> z = chart.inverse(Vec.of(x));
            from = z.toArray();
            PositiveDefinite metric = PositiveDefinite.regular(
                    chart.pull(z, psi.potential().hessian(x).toMatrix()),
                    "the Fisher metric in the chart, at a point where that is regular");
            double[] covector = transposed(chart.jacobian(z), g);
            direction = new double[from.length];
            metric.solve(covector, direction);
            square = metric.inverseQuadratic(covector);
        }

        @Override
        public double decrement() {
            return 0.5 * square;
        }

        @Override
        public boolean move(double t, double[] x, double[] y) {
            step = t;
            double[] z = from.clone();
            for (int i = 0; i < z.length; i++) {
                z[i] -= t * direction[i];
            }
            try {
                double[] there = chart.forward(Vec.of(z)).toArray();
                System.arraycopy(there, 0, x, 0, x.length);
                obstacle = domain().diagnose(x).orElse("");
            } catch (DomainException outside) {
                obstacle = "the chart ends: " + outside.getMessage();
            }
            return obstacle.isEmpty();
        }

        @Override
        public String obstacle() {
            return obstacle;
        }

        @Override
        public double divergence(double[] x, double[] y) {
            return 0.5 * step * step * square;
        }
    }

    /** Jᵀg. */
    private static double[] transposed(double[][] jacobian, double[] g) {
        DomainException.requireLength("differential", g, jacobian.length);
        double[] out = new double[jacobian[0].length];
        for (int i = 0; i < g.length; i++) {
            for (int j = 0; j < out.length; j++) {
                out[j] += jacobian[i][j] * g[i];
            }
        }
        return out;
    }
}
