package org.legendre.optimize.information;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Vec;
import org.legendre.geometry.information.LinearFamily;
import org.legendre.geometry.special.Sums;

/**
 * Why no distribution has the required moments: a combination Σ dⱼfⱼ of the features that no outcome takes as far up as the moments require. As an
 * expectation is never above the largest value, this proves that the family is empty.
 *
 * <p>Source: J. Farkas (1902), as in R. T. Rockafellar, Convex Analysis (1970), theorem 11.4: a point outside a polytope is strictly separated from it.
 *
 * @param direction d₁, …, dₘ
 * @param greatest the largest Σ dⱼfⱼ(i) of the outcomes that the base measure allows
 * @param required Σ dⱼbⱼ, which is above
 */
public record Separation(Vec<Euclidean> direction, double greatest, double required) {
    /**
     * Checks that it separates.
     *
     * @param direction d₁, …, dₘ
     * @param greatest the largest value of an outcome
     * @param required the value required
     * @throws DomainException if the required value is not above the largest
     */
    public Separation {
        if (!(required > greatest)) {
            throw new DomainException("required value", required, "one above the largest, " + greatest);
        }
    }

    /**
     * The certificate of a direction that separates the moments from the outcomes left: one for all that the base measure allows, in the units of the features.
     *
     * @throws ConvergenceException if the moments are so near to possible ones that rounding hides on which side they are
     */
    static Separation along(double[] direction, LinearFamily family, Support support) {
        double[] d = support.lifted(direction, family);
        boolean[] allowed = support.whole();
        double greatest = IntStream.range(0, family.outcomes())
                .filter(i -> allowed[i])
                .mapToDouble(i -> combination(d, j -> family.feature(j, i)))
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        double required = combination(d, family::moment);
        if (!(required > greatest)) {
            throw new ConvergenceException(
                    "the moments are within rounding of possible ones: " + required + " is not above " + greatest,
                    greatest - required);
        }
        return new Separation(Vec.of(d), greatest, required);
    }

    private static double combination(double[] d, IntToDoubleFunction values) {
        double[] terms = new double[d.length];
        Arrays.setAll(terms, j -> d[j] == 0 ? 0 : d[j] * values.applyAsDouble(j));
        return Sums.sum(terms);
    }

    @Override
    public String toString() {
        String sum = IntStream.range(0, direction.size())
                .filter(j -> direction.get(j) != 0)
                .mapToObj(j -> direction.get(j) + "·f" + j)
                .reduce((a, b) -> a + " + " + b)
                .orElse("0");
        return sum + " is at most " + greatest
                + " for every outcome that the base measure allows, and its expectation would have to be " + required;
    }
}
