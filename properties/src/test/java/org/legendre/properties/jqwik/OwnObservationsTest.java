package org.legendre.properties.jqwik;

import org.apache.commons.numbers.gamma.LogGamma;
import org.legendre.geometry.Domain;
import org.legendre.geometry.family.OwnFamily;
import org.legendre.properties.FamilySubject;

/** A newcomer's own family with its statistic and base measure: its densities and draws are held to the laws too. */
class OwnObservationsTest implements FamilyContract {
    @Override
    public FamilySubject subject() {
        return FamilySubject.of(OwnFamily.onCounts(
                "own Poisson", Domain.reals(1), t -> t[0].exp(), x -> -LogGamma.value(x + 1), x -> x));
    }
}
