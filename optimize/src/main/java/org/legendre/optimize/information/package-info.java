/**
 * Methods of information theory and statistics that iterate. For mixtures:
 * {@link org.legendre.optimize.information.ExpectationMaximization}, and the same steps as mirror descent,
 * {@link org.legendre.optimize.information.MixtureLikelihood}.
 */
@NullMarked
package org.legendre.optimize.information;

import org.jspecify.annotations.NullMarked;
