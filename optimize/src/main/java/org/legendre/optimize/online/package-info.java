/**
 * Online learning: a point is played, a loss is revealed, round after round, against no assumption on the losses but their size; and an account of the regret.
 *
 * <pre>{@code
 * var learner = Hedge.over(4).anytime().start();
 * learner.observe(0.3, 1, 0.2, 0);      // the losses of this round, seen after learner.point() was played
 * learner.account().regret();           // against the best action in hindsight; and what the theorem allows
 * }</pre>
 *
 * <p>Which learner? For weights on n actions {@link org.legendre.optimize.online.Hedge}: {@code horizon(T)} if the number of rounds is known, {@code adaptive()} if not
 * even the range of the losses is. In any other mirror geometry
 * {@link org.legendre.optimize.online.Online#followTheRegularisedLeader}, whose rates may fall; {@link org.legendre.optimize.online.Online#mirrorDescent} with a constant
 * rate has the same bound without a memory of all losses.
 *
 * <p>A {@link org.legendre.optimize.online.RegretTheorem} says how large the regret can be; the {@link org.legendre.optimize.online.RegretAccount} of a learner holds it
 * to its theorem and names the first round in which an assumption broke.
 */
@NullMarked
package org.legendre.optimize.online;

import org.jspecify.annotations.NullMarked;
