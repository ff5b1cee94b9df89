package org.legendre.properties.jqwik;

import org.legendre.geometry.divergence.FDivergence;
import org.legendre.properties.FiniteDivergenceSubject;
import org.legendre.properties.FiniteDivergenceSubject.Finiteness;
import org.legendre.properties.FiniteDivergenceSubject.Trait;

/** A shipped divergence of finite distributions under the jqwik binding. */
class ShippedDivergenceTest implements FiniteDivergenceContract {
    @Override
    public FiniteDivergenceSubject subject() {
        return FiniteDivergenceSubject.of(FDivergence.KL, Finiteness.FIRST_IN_SECOND, Trait.CHAIN_RULE, Trait.ADDITIVE);
    }
}
