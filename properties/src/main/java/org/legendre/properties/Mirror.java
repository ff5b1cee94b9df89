package org.legendre.properties;

import java.util.Optional;
import org.legendre.geometry.Hessian;

/** The mirror map of a method, and by how much rounding may have moved what it steps to. */
final class Mirror {
    private final MethodSubject subject;
    private final PotentialSubject phi;

    private Mirror(MethodSubject subject, PotentialSubject phi) {
        this.subject = subject;
        this.phi = phi;
    }

    /** What a law finds at two points. */
    interface OnPair {
        Finding at(Mirror mirror, double[] x, double[] u);
    }

    /** What a law finds at three points. */
    interface OnTriple {
        Finding at(Mirror mirror, double[] x, double[] a, double[] b);
    }

    static Finding pair(MethodSubject subject, Sample sample, OnPair law) {
        return triple(subject, sample, (mirror, x, u, third) -> law.at(mirror, x, u));
    }

    /** At point, point + displacement and point + direction. */
    static Finding triple(MethodSubject subject, Sample sample, OnTriple law) {
        double[] x = subject.domain().fromChart(sample.point());
        double[] a = subject.domain().fromChart(sample.second());
        double[] b = subject.domain().fromChart(Rounding.axpy(1, sample.direction(), sample.point()));
        Optional<PotentialSubject> phi = subject.mirror();
        if (phi.isEmpty() || !(subject.resolves(x) && subject.resolves(a) && subject.resolves(b))) {
            return Finding.nothing("a point is beyond the range of binary64");
        }
        return law.at(new Mirror(subject, phi.get()), x, a, b);
    }

    /** The direction as a covector at x, its largest entry one in the unit of its coordinate. */
    double[] covector(double[] x, double[] direction) {
        double[] units = Rounding.unitLengths(phi.hessian(x));
        double largest = 0;
        for (double entry : direction) {
            largest = Math.max(largest, Math.abs(entry));
        }
        double[] g = direction.clone();
        for (int i = 0; i < g.length; i++) {
            g[i] *= largest > 0 ? units[i] / largest : 0;
        }
        return g;
    }

    /** f = ½D_φ(·, a) + ½D_φ(·, b), for which D_f = D_φ. */
    Task between(double[] a, double[] b) {
        double[] ya = phi.gradient(a);
        double[] yb = phi.gradient(b);
        return new Task(x -> 0.5 * subject.divergence(x, a) + 0.5 * subject.divergence(x, b), x -> {
            double[] g = phi.gradient(x);
            for (int i = 0; i < g.length; i++) {
                g[i] -= 0.5 * ya[i] + 0.5 * yb[i];
            }
            return g;
        });
    }

    /** The length of v in the Hessian of φ at x. */
    double length(double[] x, double[] v) {
        return Math.sqrt(phi.hessian(x).quadratic(v));
    }

    /** By how much a relation fails: an equality where no step ends on a face of the set, left ≤ right elsewhere. */
    double failure(double left, double right) {
        return subject.flat() ? Math.abs(left - right) : Math.max(0, left - right);
    }

    /**
     * How much t⟨g, x₊ − u⟩ + D(u, x₊) + D(x₊, x) − D(u, x) may change by the rounding of x₊ and of the dual points: its derivative in x₊ is
     * ∇²φ(x₊)(x₊ − u), and x₊ is ∇φ* of a rounded dual point. A relative rounding of u moves D(u, ·) by |∇φ(u)||u|.
     */
    double stepRounding(double[] x, double[] g, double t, double[] after, double[] u) {
        double[] difference = Rounding.minus(after, u);
        double[] dual = dualSize(x, g, t);
        double[] lowered = Rounding.multiply(phi.hessian(after), difference);
        double[] there = phi.gradient(after);
        return Rounding.ofTerms(
                x.length,
                Rounding.absoluteDot(dual, difference)
                        + Rounding.absoluteDot(there, difference)
                        + Rounding.absoluteDot(lowered, after)
                        + Rounding.absoluteDot(phi.gradient(u), u)
                        + normalisation(dual, after, u));
    }

    /** The length by which rounding may move a fixed point c: ε(|c| + ∇²φ(c)⁻¹|∇φ(c)|). */
    double positionRounding(double[] c) {
        Hessian hessian = phi.hessian(c);
        double[] units = Rounding.unitLengths(hessian);
        double[] inverseUnits = Rounding.unitLengths(hessian.inverse());
        double[] dual = phi.gradient(c);
        double largest = spread(dual);
        double size = Rounding.absoluteDot(units, c);
        for (int i = 0; i < dual.length; i++) {
            size += inverseUnits[i] * (Math.abs(dual[i]) + largest);
        }
        return Rounding.ofTerms(c.length, size);
    }

    /** The change of f with differential g by the rounding of x. */
    double pairing(double[] x, double[] g) {
        return Rounding.ofTerms(x.length, Rounding.absoluteDot(x, g));
    }

    private double[] dualSize(double[] x, double[] g, double t) {
        double[] size = phi.gradient(x);
        for (int i = 0; i < size.length; i++) {
            size[i] = Math.abs(size[i]) + Math.abs(t * g[i]);
        }
        return size;
    }

    /** A constraint shifts all dual coordinates by a number of the size of the largest, and Σxᵢ − Σuᵢ is 0 but for rounding only. */
    private double normalisation(double[] dual, double[] after, double[] u) {
        return subject.sums() ? spread(dual) * (absoluteSum(after) + absoluteSum(u)) : 0;
    }

    /** The largest entry. */
    private static double spread(double[] dual) {
        double largest = 0;
        for (double entry : dual) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    private static double absoluteSum(double[] v) {
        double sum = 0;
        for (double entry : v) {
            sum += Math.abs(entry);
        }
        return sum;
    }
}
