package org.legendre.properties.jqwik;

import org.legendre.properties.OrderingSubject;

/** The shipped divergences, ordered among each other, under the jqwik binding. */
class ShippedOrderingTest implements OrderingContract {
    @Override
    public OrderingSubject subject() {
        return OrderingSubject.shipped();
    }
}
