package org.legendre.properties;

import java.util.List;
import java.util.function.UnaryOperator;

/** A Frank–Wolfe method on a bounded set: its steps end at extreme points, or begin away from them. Held to the laws of a method besides. */
public final class SegmentSubject extends AboutMethod {
    private final Method openLoop;
    private final double diameter;
    private final List<Integer> blocks;

    private SegmentSubject(MethodSubject method, Method openLoop, double diameter, List<Integer> blocks) {
        super(method, method);
        this.openLoop = openLoop;
        this.diameter = diameter;
        this.blocks = List.copyOf(blocks);
    }

    /**
     * A Frank–Wolfe method.
     *
     * @param method its run with constant steps, which declares how far a point is {@linkplain MethodSubject#outside outside} the set, its duality gap, and the {@linkplain MethodSubject#least least}
     *     value of a linear function on the set
     * @param openLoop its run with the steps 2/(k + 2), whatever length it is asked for
     * @param diameter the greatest Euclidean distance of two points of the set
     * @return the subject
     */
    public static SegmentSubject of(MethodSubject method, Method openLoop, double diameter) {
        return new SegmentSubject(method, openLoop, diameter, List.of());
    }

    /**
     * The same subject, which takes away steps besides on a product of simplices.
     *
     * @param sizes how many weights each simplex has
     * @return the subject
     */
    public SegmentSubject away(Integer... sizes) {
        return new SegmentSubject(method(), openLoop, diameter, List.of(sizes));
    }

    /**
     * The run with the steps 2/(k + 2).
     *
     * @return the method
     */
    public Method openLoop() {
        return openLoop;
    }

    /**
     * The diameter of the set.
     *
     * @return the greatest Euclidean distance of two points
     */
    public double diameter() {
        return diameter;
    }

    /**
     * The simplices on which it takes away steps.
     *
     * @return how many weights each has; empty if it takes none
     */
    public List<Integer> blocks() {
        return blocks;
    }

    /**
     * The same subject with other runs.
     *
     * @param change what becomes of each run
     * @return the subject
     */
    public SegmentSubject withRun(UnaryOperator<Method> change) {
        return new SegmentSubject(method().withRun(change), change.apply(openLoop), diameter, blocks);
    }

    /** How far a point is outside. */
    double outside(double[] x) {
        return method().outside()
                .orElseThrow(() -> new IllegalStateException(name() + " does not say what is outside its set"))
                .applyAsDouble(x.clone());
    }
}
