package org.legendre.optimize;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;

/** An objective from two typed functions. */
final class FunctionObjective<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Objective<X, Y> {
    private final int size;
    private final ToDoubleFunction<Vec<X>> value;
    private final Function<Vec<X>, Vec<Y>> gradient;

    FunctionObjective(int size, ToDoubleFunction<Vec<X>> value, Function<Vec<X>, Vec<Y>> gradient) {
        if (size < 1) {
            throw new DomainException("dimension of the objective", size, "at least 1");
        }
        this.size = size;
        this.value = value;
        this.gradient = gradient;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double value(double[] x) {
        return value.applyAsDouble(Vec.of(x));
    }

    @Override
    public double gradient(double[] x, double[] out) {
        Vec<X> point = Vec.of(x);
        Vec<Y> differential = gradient.apply(point);
        if (differential.size() != size) {
            throw new DomainException(
                    "length of the gradient", differential.size(), "the dimension of the objective, " + size);
        }
        for (int i = 0; i < size; i++) {
            out[i] = differential.get(i);
        }
        return value.applyAsDouble(point);
    }
}
