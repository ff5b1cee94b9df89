/**
 * Methods of information theory and statistics that iterate. For mixtures:
 * {@link org.legendre.optimize.information.ExpectationMaximization}.
 */
@NullMarked
package org.legendre.optimize.information;

import org.jspecify.annotations.NullMarked;
