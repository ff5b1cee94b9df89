package org.legendre.properties.jqwik;

import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;
import org.legendre.properties.MethodSubject;

/** A shipped method under the jqwik binding. */
class ShippedMethodTest implements MethodContract {
    @Override
    public MethodSubject subject() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(3);
        return MethodSubject.onSimplex("exponentiated gradient", entropy);
    }
}
