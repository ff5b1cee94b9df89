package org.legendre.geometry.family;

import org.legendre.geometry.Differential;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/** A point of a statistical manifold: a distribution with coordinates, and the Fisher metric in them. */
public interface Parametric {
    /**
     * The source coordinates: a minimal chart by the usual parameters. Parameters that all members of a family share (the trials of a
     * binomial) are not among them.
     *
     * @return the source coordinates
     */
    Vec<Source> source();

    /**
     * The parameters in the order of the catalogue: {@code Families.named(name).of(parameters())} is this. They may be redundant where the
     * source coordinates are not (all k probabilities of a categorical), and hold the shared ones.
     *
     * @return the parameters, a new array
     */
    default double[] parameters() {
        return source().toArray();
    }

    /**
     * The Fisher metric in the source coordinates.
     *
     * @return the metric at {@link #source()}
     */
    Metric<Source, Differential<Source>> fisherInSource();
}
