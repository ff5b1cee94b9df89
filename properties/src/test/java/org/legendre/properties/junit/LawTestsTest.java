package org.legendre.properties.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.legendre.geometry.family.Exponential;
import org.legendre.properties.FamilySubject;
import org.legendre.properties.Laws;

class LawTestsTest {
    private static final FamilySubject RIGHT = FamilySubject.of(Exponential.FAMILY);

    @TestFactory
    Stream<DynamicTest> exponentialObeysTheLaws() {
        return LawTests.of(RIGHT, 42, 50);
    }

    @Test
    void aWrongSignFailsByNameWithALineThatReplays() {
        List<DynamicTest> tests = LawTests.of(RIGHT.withGradient(t -> new double[] {1 / t[0]}), 42, 50)
                .toList();
        assertEquals(Laws.of(RIGHT).size(), tests.size());
        DynamicTest gradient = tests.stream()
                .filter(test -> test.getDisplayName().equals("gradient on exponential"))
                .findFirst()
                .orElseThrow();
        AssertionError failure = assertThrows(AssertionError.class, gradient.getExecutable());
        assertTrue(
                String.valueOf(failure.getMessage()).contains("Laws.named(\"gradient\", subject).replay(Sample.of("));
    }
}
