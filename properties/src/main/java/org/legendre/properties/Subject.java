package org.legendre.properties;

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
}
