package org.legendre.properties.jqwik;

import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Weights;
import org.legendre.properties.PotentialSubject;

/** A newcomer's own mirror map, φ(x) = Σ cosh xᵢ, held to every law of Legendre functions. */
class OwnPotentialTest implements PotentialContract {
    @Override
    public PotentialSubject subject() {
        Legendre<Weights, Differential<Weights>> cosh =
                Legendre.of(Potential.of(Domain.reals(2), x -> x[0].cosh().add(x[1].cosh())));
        return PotentialSubject.of("sum of cosh", cosh);
    }
}
