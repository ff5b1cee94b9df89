/**
 * Information of finite joint distributions: start from a {@link org.legendre.geometry.information.JointTable}, and ask
 * {@link org.legendre.geometry.information.Information} for entropies and informations of its variables. Entropies with an order are in
 * {@link org.legendre.geometry.information.Entropies}, values of single outcomes in {@link org.legendre.geometry.information.Pointwise}. Values are in nats.
 *
 * <p>What divergences cost: {@link org.legendre.geometry.information.TypicalSet}, {@link org.legendre.geometry.information.NeymanPearson} and
 * {@link org.legendre.geometry.information.Sanov} in chances, {@link org.legendre.geometry.information.BayesianSurprise} in beliefs,
 * {@link org.legendre.geometry.information.FreeEnergy} in energy, {@link org.legendre.geometry.information.HorseRace} in money, and the codes of
 * {@link org.legendre.geometry.information.code} in bits.
 */
@NullMarked
package org.legendre.geometry.information;

import org.jspecify.annotations.NullMarked;
