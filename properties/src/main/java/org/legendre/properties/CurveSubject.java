package org.legendre.properties;

import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Domain;
import org.legendre.optimize.Curve;
import org.legendre.optimize.Geometry;

/** How a geometry makes a step of a differential, on plain arrays: its curve x(t) from a point along a covector, what it measures there, and the metric that it claims to have. */
public final class CurveSubject implements Subject {
    private final String name;
    private final Domain domain;
    private final BinaryOperator<double[]> raise;
    private final Parts parts;

    private CurveSubject(String name, Domain domain, BinaryOperator<double[]> raise, Parts parts) {
        this.name = name;
        this.domain = domain;
        this.raise = raise;
        this.parts = parts;
    }

    /** What a curve is made of. */
    public interface Parts {
        /**
         * The trial point.
         *
         * @param x where the curve starts
         * @param g the covector there
         * @param t the length, positive
         * @return x(t); empty if it is outside the domain
         */
        Optional<double[]> move(double[] x, double[] g, double t);

        /**
         * Half the squared length of the covector.
         *
         * @param x the point
         * @param g the covector there
         * @return ½gᵀG⁻¹g
         */
        double decrement(double[] x, double[] g);

        /**
         * The proximal term of the trial point.
         *
         * @param x where the curve starts
         * @param g the covector there
         * @param t the length, positive
         * @return D(x(t), x); NaN if x(t) is outside the domain
         */
        double divergence(double[] x, double[] g, double t);

        /**
         * The covector of the trial point less what is normal to the constraint.
         *
         * @param x the point
         * @param g the covector there
         * @param v another covector
         * @return v, up to what pairs to 0 with differences of feasible points
         */
        double[] tangential(double[] x, double[] g, double[] v);
    }

    /**
     * A geometry of the library.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param name the name
     * @param domain where its curves start: the relative interior of its set or a part of it
     * @param geometry the geometry
     * @param raise (x, g) ↦ G(x)⁻¹g, along the constraint: the velocity of the curve, up to its sign
     * @return the subject
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> CurveSubject of(
            String name, Domain domain, Geometry<X, Y> geometry, BinaryOperator<double[]> raise) {
        return new CurveSubject(name, domain, raise, new Shipped(geometry));
    }

    /** The curve of a geometry of the library, begun anew each time. */
    private record Shipped(Geometry<?, ?> geometry) implements Parts {
        private Curve begun(double[] x, double[] g) {
            Curve curve = geometry.curve();
            double[] dual = new double[x.length];
            curve.toDual(x, dual);
            curve.begin(x, dual, g);
            return curve;
        }

        @Override
        public Optional<double[]> move(double[] x, double[] g, double t) {
            double[] to = new double[x.length];
            return begun(x, g).move(t, to, new double[x.length]) ? Optional.of(to) : Optional.empty();
        }

        @Override
        public double decrement(double[] x, double[] g) {
            return begun(x, g).decrement();
        }

        @Override
        public double divergence(double[] x, double[] g, double t) {
            double[] to = new double[x.length];
            double[] dual = new double[x.length];
            Curve curve = begun(x, g);
            return curve.move(t, to, dual) ? curve.divergence(to, dual) : Double.NaN;
        }

        @Override
        public double[] tangential(double[] x, double[] g, double[] v) {
            double[] out = new double[v.length];
            begun(x, g).tangential(v, out);
            return out;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Domain domain() {
        return domain;
    }

    /**
     * The metric that it claims to have.
     *
     * @param x a point
     * @param g a covector there
     * @return G(x)⁻¹g
     */
    public double[] raise(double[] x, double[] g) {
        return raise.apply(x.clone(), g.clone());
    }

    /**
     * Its parts.
     *
     * @return the curve and what it measures
     */
    public Parts parts() {
        return parts;
    }

    /**
     * The same subject with other parts.
     *
     * @param change what becomes of them
     * @return the subject
     */
    public CurveSubject withParts(UnaryOperator<Parts> change) {
        return new CurveSubject(name, domain, raise, change.apply(parts));
    }

    @Override
    public String toString() {
        return name;
    }
}
