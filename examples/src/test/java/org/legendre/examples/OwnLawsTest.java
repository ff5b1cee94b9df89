package org.legendre.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.legendre.examples.chapter.OnTrial;
import org.legendre.properties.FamilySubject;
import org.legendre.properties.Verdict;
import org.legendre.properties.junit.LawTests;

/** The bindings of the laws, as a newcomer writes them. */
class OwnLawsTest {
    // begin: junit
    @TestFactory
    Stream<DynamicTest> lifetimesObeyTheLaws() {
        return LawTests.of(FamilySubject.of(OnTrial.lifetimes()), 42, 200);
    }
    // end: junit

    @Test
    void aWrongSignIsSeen() {
        List<Verdict> failures = OnTrial.wrongSign();
        assertFalse(failures.isEmpty());
        assertTrue(failures.stream()
                .allMatch(verdict -> verdict.evidence().isPresent() || verdict.outcome() == Verdict.Outcome.VACUOUS));
    }
}
