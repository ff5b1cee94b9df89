package org.legendre.properties.jqwik;

import org.legendre.geometry.family.Normal;
import org.legendre.properties.FamilySubject;

/** A shipped family under the jqwik binding. */
class ShippedFamilyTest implements FamilyContract {
    @Override
    public FamilySubject subject() {
        return FamilySubject.of(Normal.FAMILY);
    }
}
