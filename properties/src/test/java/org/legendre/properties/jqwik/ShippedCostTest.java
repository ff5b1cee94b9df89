package org.legendre.properties.jqwik;

import org.legendre.properties.CostSubject;

/** The shipped costs of information under the jqwik binding. */
class ShippedCostTest implements CostContract {
    @Override
    public CostSubject subject() {
        return CostSubject.shipped();
    }
}
