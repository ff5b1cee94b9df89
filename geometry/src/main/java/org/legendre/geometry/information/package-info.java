/**
 * Information of finite joint distributions: start from a {@link org.legendre.geometry.information.JointTable}, and ask
 * {@link org.legendre.geometry.information.Information} for entropies and informations of its variables. Values are in nats.
 */
@NullMarked
package org.legendre.geometry.information;

import org.jspecify.annotations.NullMarked;
