package org.legendre.properties.jqwik;

import org.legendre.geometry.Domain;
import org.legendre.geometry.special.Logs;
import org.legendre.properties.FamilySubject;

/** A newcomer's own family, the geometric distribution on 0, 1, 2, … with θ = log(1 − p), held to every law. */
class OwnFamilyTest implements FamilyContract {
    @Override
    public FamilySubject subject() {
        return FamilySubject.of(
                "geometric",
                Domain.negative(1),
                t -> t[0].exp().negate().log1p().negate(),
                (p, q) -> {
                    double success = Logs.relativeEntropyTerm(-Math.expm1(p[0]), -Math.expm1(q[0]));
                    double failure = Logs.relativeEntropyTerm(Math.exp(p[0]), Math.exp(q[0]));
                    return (success + failure) / -Math.expm1(p[0]);
                });
    }
}
