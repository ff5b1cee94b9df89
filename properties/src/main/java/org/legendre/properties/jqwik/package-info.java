/**
 * The laws as jqwik properties. jqwik is an optional dependency: add it to use this package. A test class implements
 * {@link org.legendre.properties.jqwik.FamilyContract}, names its subject, and inherits every law as a property whose counterexamples
 * shrink in the coordinates of the domain's chart.
 *
 * <p>jqwik reports each success unless your {@code junit-platform.properties} says {@code jqwik.reporting.onlyfailures=true}.
 */
@NullMarked
package org.legendre.properties.jqwik;

import org.jspecify.annotations.NullMarked;
