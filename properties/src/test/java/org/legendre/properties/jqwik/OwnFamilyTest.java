package org.legendre.properties.jqwik;

import org.legendre.geometry.Domain;
import org.legendre.geometry.special.Logs;
import org.legendre.properties.FamilySubject;

/** A newcomer's own family, the normal of mean 0 with θ = −1/2σ², held to every law. */
class OwnFamilyTest implements FamilyContract {
    @Override
    public FamilySubject subject() {
        return FamilySubject.of(
                "centred normal",
                Domain.negative(1),
                t -> t[0].multiply(-2).log().multiply(-0.5),
                (p, q) -> 0.5 * Logs.itakuraSaitoTerm(-q[0], -p[0]));
    }
}
