package org.legendre.geometry.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.Support;
import org.legendre.geometry.family.Univariate;
import org.legendre.geometry.special.Logs;

/** A mixture on the line. Components of weight 0 are left out. */
final class LineMixture implements Univariate {
    private final double[] logWeights;
    private final List<Univariate> parts;
    private final Support support;
    private final double center;
    private final double spread;

    LineMixture(Probabilities weights, List<Univariate> components) {
        int[] present = IntStream.range(0, weights.size())
                .filter(j -> weights.get(j) > 0)
                .toArray();
        this.logWeights =
                Arrays.stream(present).mapToDouble(weights::logProbability).toArray();
        this.parts = Arrays.stream(present).mapToObj(components::get).toList();
        Support union = parts.get(0).support();
        double middle = 0;
        for (int j = 0; j < parts.size(); j++) {
            Support next = parts.get(j).support();
            if (next.lattice() != union.lattice()) {
                throw new DomainException("support", next, "a lattice for all components, or for none");
            }
            union = new Support(
                    Math.min(union.lower(), next.lower()), Math.max(union.upper(), next.upper()), union.lattice());
            middle += Math.exp(logWeights[j]) * parts.get(j).center();
        }
        this.support = union;
        this.center = union.lattice() ? Math.rint(middle) : middle;
        double square = 0;
        for (int j = 0; j < parts.size(); j++) {
            double reach = Math.hypot(parts.get(j).spread(), parts.get(j).center() - middle);
            square = Math.hypot(square, Math.exp(0.5 * logWeights[j]) * reach);
        }
        this.spread = square;
    }

    @Override
    public Support support() {
        return support;
    }

    @Override
    public double logDensityAt(double x) {
        double[] joint = new double[logWeights.length];
        Arrays.setAll(joint, j -> logWeights[j] + parts.get(j).logDensityAt(x));
        return Logs.logSumExp(joint, 0, joint.length);
    }

    /** {@inheritDoc} The mean of the components' centres. */
    @Override
    public double center() {
        return center;
    }

    /** {@inheritDoc} The root of the mean square of the components' spreads and distances. */
    @Override
    public double spread() {
        return spread;
    }

    @Override
    public List<Univariate> parts() {
        return parts;
    }
}
