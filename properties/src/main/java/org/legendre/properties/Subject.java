package org.legendre.properties;

import java.util.List;
import org.legendre.geometry.Domain;

/** Whatever a law is checked on: it has a name and points that can be drawn and shrunk in a chart. */
public interface Subject {
    /**
     * The name.
     *
     * @return such as {@code "gamma"}
     */
    String name();

    /**
     * Where the points live.
     *
     * @return the domain, whose chart draws and shrinks the samples
     */
    Domain domain();

    /**
     * Whether binary64 can tell a point from its neighbours: it has to be in the domain, and what the subject knows of the geometry there must
     * neither underflow nor overflow. Samples elsewhere say nothing, and a law that finds too few others is vacuous.
     *
     * @param x a point
     * @return true if laws may be held to it
     */
    default boolean resolves(double[] x) {
        return domain().contains(x);
    }

    /**
     * What there is to hold to laws: this, and its parts that have laws of their own, as a family has a divergence and a potential.
     *
     * @return the subjects, this among them
     */
    default List<? extends Subject> aspects() {
        return List.of(this);
    }
}
