package org.legendre.properties.jqwik;

import org.legendre.properties.InformationSubject;

/** The shipped measures of information under the jqwik binding. */
class ShippedInformationTest implements InformationContract {
    @Override
    public InformationSubject subject() {
        return InformationSubject.shipped();
    }
}
