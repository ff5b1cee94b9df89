package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.CertificateSubject;

/** What runs under the assumptions of a theorem have to keep, as an inherited property. */
public interface CertificateContract extends Contract {
    @Override
    CertificateSubject subject();

    /** A run under the assumptions of a theorem keeps its bound. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void boundIsKept() {
        check("certificate-kept");
    }
}
