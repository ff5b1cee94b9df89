package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.legendre.geometry.DomainException;
import org.legendre.properties.Sample.Spread;

/** A model at weights w, with a tangent v of length 1, outputs that are drawn at other weights, and by how much rounding may have moved what it says of each input. */
final class ModelPoint {
    private static final String FAR = "an output is beyond the range of binary64";

    final ModelSubject.Parts parts;
    final double[][] x;
    final double[] w;
    final double[] v;
    private final Sample sample;
    /** θ(xᵢ; w). */
    final Point[] outputs;
    /** Jᵢ, row by row. */
    final double[][][] jacobians;

    private ModelPoint(ModelSubject subject, Sample sample, double[] w, double[] v) {
        this.parts = subject.parts();
        this.x = parts.inputs;
        this.w = w;
        this.v = v;
        this.sample = sample;
        this.outputs = new Point[x.length];
        this.jacobians = new double[x.length][][];
        for (int i = 0; i < x.length; i++) {
            outputs[i] = new Point(subject.outputs().family().potential(), parts.natural.of(x[i], w));
            jacobians[i] = new double[outputs[i].size()][];
            for (int c = 0; c < jacobians[i].length; c++) {
                double[] unit = new double[jacobians[i].length];
                unit[c] = 1;
                jacobians[i][c] = parts.pull.of(x[i], w, unit);
            }
        }
    }

    /** What a law finds at a point. */
    static Finding at(ModelSubject subject, Sample sample, Function<ModelPoint, Finding> law) {
        double[] w = sample.point();
        double[] v = sample.direction();
        double length = Math.sqrt(Rounding.dot(v, v));
        if (!(length > 0)) {
            return Finding.nothing("no direction");
        }
        for (double[] row : subject.parts().inputs) {
            if (!subject.outputs().resolves(subject.parts().natural.of(row, w))) {
                return Finding.nothing(FAR);
            }
        }
        return law.apply(new ModelPoint(subject, sample, w, Rounding.axpy(1 / length, v, new double[v.length])));
    }

    /** What a law finds at a point with outputs drawn at the second weights of the sample. */
    static Finding withData(ModelSubject subject, Sample sample, BiFunction<ModelPoint, List<Object>, Finding> law) {
        return at(subject, sample, p -> {
            List<Object> y = new ArrayList<>();
            for (int i = 0; i < p.x.length; i++) {
                double[] there = subject.parts().natural.of(p.x[i], sample.second());
                try {
                    List<Object> one = subject.outputs().resolves(there)
                            ? subject.outputs().draw(there, 31L * sample.hashCode() + i, 1)
                            : List.of();
                    one.forEach(output -> subject.outputs().statistic(output));
                    y.addAll(one);
                } catch (DomainException notHeld) {
                    return Finding.nothing(FAR);
                }
            }
            return y.size() == p.x.length ? law.apply(p, y) : Finding.nothing(FAR);
        });
    }

    /** A law about models at moderate and large weights. */
    static Law<ModelSubject> law(
            String id,
            String statement,
            String source,
            double resolution,
            BiFunction<ModelPoint, List<Object>, Finding> examination) {
        Law<ModelSubject> law = Law.forAll(
                ModelSubject.class,
                id,
                statement,
                source,
                resolution,
                (subject, sample) -> withData(subject, sample, examination));
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    int size() {
        return w.length;
    }

    /** One row of inputs. */
    double[][] row(int i) {
        return new double[][] {x[i]};
    }

    /** A covector of length n that the sample determines. */
    double[] covector(int n) {
        double[] other = sample.displacement();
        double[] u = new double[n];
        Arrays.setAll(u, c -> 1 / (c + 1.0) + other[c % other.length] / (1 + Math.abs(other[c % other.length])));
        return u;
    }

    /** Another tangent of length 1, or zero. */
    double[] second() {
        double[] other = sample.displacement();
        double length = Math.sqrt(Rounding.dot(other, other));
        return Rounding.axpy(length > 0 ? 1 / length : 0, other, new double[other.length]);
    }

    long seed() {
        return 0x9E3779B97F4A7C15L * sample.hashCode();
    }

    /** Jᵢv. */
    double[] tangent(int i, double[] along) {
        return parts.push.of(x[i], w, along);
    }

    /** |Jᵢ||a|, each row as long as the largest of its terms makes it: what rounding of the weights is measured by. */
    double[] reach(int i, double[] a) {
        double[] reach = new double[jacobians[i].length];
        for (int c = 0; c < reach.length; c++) {
            reach[c] = Rounding.absoluteDot(jacobians[i][c], a);
        }
        return reach;
    }

    /** By how much each θ_c(xᵢ; w) may be off: as if the weights and the parameters of the member were rounded. */
    double[] shift(int i) {
        double[] reach = reach(i, w);
        double[] member = outputs[i].uncertainty();
        for (int c = 0; c < reach.length; c++) {
            reach[c] = member[c] + Rounding.ofTerms(size(), reach[c] + Math.abs(outputs[i].theta[c]));
        }
        return reach;
    }

    /** By how much log p(y | xᵢ; w) may be off. */
    double densityRounding(int i, Object y) {
        Point p = outputs[i];
        double[] t = parts.outputs.statistic(y);
        double terms = 1
                + Rounding.absoluteDot(p.theta, t)
                + Math.abs(p.subject.value(p.theta))
                + Math.abs(parts.outputs.logBaseMeasure(y));
        return Rounding.ofTerms(p.size(), terms) + Rounding.absoluteDot(Rounding.minus(t, p.eta), shift(i));
    }

    /** By how much ⟨s, a⟩ may be off for the score s of y at xᵢ. */
    double scoreRounding(int i, Object y, double[] a) {
        return scoreRounding(i, parts.outputs.statistic(y), a);
    }

    /** The same for an output of the given statistic. */
    double scoreRounding(int i, double[] statistic, double[] a) {
        Point p = outputs[i];
        double[] reach = reach(i, a);
        double[] shift = shift(i);
        double moved = Rounding.absoluteDot(p.units, shift);
        double sum = 0;
        for (int c = 0; c < reach.length; c++) {
            double terms = Math.abs(statistic[c]) + Math.abs(p.eta[c]) + p.units[c];
            sum += (Rounding.ofTerms(size(), terms) + p.units[c] * moved) * reach[c];
        }
        return sum;
    }

    /** By how much vᵀFᵢv may be off, relative to (Σ_c √C_cc (|J||v|)_c)². */
    double fisherRounding(int i) {
        double length = Rounding.absoluteDot(outputs[i].units, reach(i, v));
        return length * length * (Rounding.ofTerms(size(), 1) + 2 * Rounding.absoluteDot(outputs[i].units, shift(i)));
    }

    @Override
    public String toString() {
        return "w = " + Arrays.toString(w) + ", v = " + Arrays.toString(v);
    }
}
