package org.legendre.properties.jqwik;

import org.legendre.properties.EntropySubject;

/** The shipped entropies with an order under the jqwik binding. */
class ShippedEntropyTest implements EntropyContract {
    @Override
    public EntropySubject subject() {
        return EntropySubject.shipped();
    }
}
