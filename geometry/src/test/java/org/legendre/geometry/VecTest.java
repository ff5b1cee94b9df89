package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class VecTest {
    private final Vec<Natural> a = Vec.of(1, -2, 0.5);

    @Test
    void addsScalesAndPairs() {
        Vec<Natural> b = Vec.of(0.25, 4, -1);
        Vec<Expectation> eta = Vec.of(2, 3, -4);
        assertEquals(Vec.of(1.25, 2, -0.5), a.plus(b));
        assertEquals(Vec.of(0.75, -6, 1.5), a.minus(b));
        assertEquals(Vec.of(3, -6, 1.5), a.times(3));
        assertEquals(Vec.of(-1, 2, -0.5), a.unaryMinus());
        assertEquals(Vec.zeros(2), Vec.<Natural>zeros(2).unaryMinus());
        assertEquals(2 - 6 - 2, a.dot(eta));
        assertEquals(a.dot(eta), eta.dot(a));
        assertEquals(-2, a.get(1));
        assertEquals(3, a.size());
        assertEquals(-0.5, a.stream().sum());
        assertEquals(Vec.of(0, 1, 4), Vec.generate(3, i -> i * i));
        assertEquals(Vec.of(0, 0), Vec.zeros(2));
    }

    @Test
    void isImmutable() {
        double[] entries = {1, 2};
        Vec<Natural> v = Vec.of(entries);
        entries[0] = 9;
        v.toArray()[1] = 9;
        assertArrayEquals(new double[] {1, 2}, v.toArray());
    }

    @Test
    void equalityIsThatOfTheEntries() {
        assertEquals(Vec.of(1, -2, 0.5), a);
        assertEquals(Vec.of(1, -2, 0.5).hashCode(), a.hashCode());
        assertNotEquals(Vec.of(1, -2, 0.25).hashCode(), a.hashCode());
        assertEquals(0, Vec.<Natural>generate(0, i -> 1).size());
        assertNotEquals(Vec.of(1, -2), a);
        assertNotEquals(Vec.of(1, -2, 0.6), a);
    }

    @Test
    void differentLengthsAreRefusedWithBoth() {
        DomainException refusal = assertThrows(DomainException.class, () -> a.plus(Vec.of(1, 2)));
        assertEquals("length = 2, expected a vector of length 3", refusal.getMessage());
        assertThrows(DomainException.class, () -> a.minus(Vec.of(1, 2, 3, 4)));
        assertThrows(DomainException.class, () -> a.dot(Vec.<Expectation>of(1)));
        assertThrows(DomainException.class, () -> Vec.zeros(-1));
        assertThrows(DomainException.class, () -> Vec.generate(-1, i -> 0));
    }

    @Test
    void whatIsNotFiniteIsRefusedWithItsPlace() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            DomainException refusal = assertThrows(DomainException.class, () -> Vec.of(1, bad));
            assertEquals(
                    "entry 1 = " + bad + ", expected finite entries in a vector of length 2", refusal.getMessage());
            assertThrows(DomainException.class, () -> Vec.generate(2, i -> bad));
            refusal = assertThrows(DomainException.class, () -> a.times(bad));
            assertEquals("factor = " + bad + ", expected a finite number", refusal.getMessage());
        }
    }

    @Test
    void overflowIsRefused() {
        Vec<Natural> large = Vec.of(Double.MAX_VALUE);
        assertThrows(DomainException.class, () -> large.plus(large));
        assertThrows(DomainException.class, () -> large.minus(large.unaryMinus()));
        assertThrows(DomainException.class, () -> large.times(2));
        assertThrows(DomainException.class, () -> large.dot(Vec.<Expectation>of(2)));
        Vec<Natural> opposite = Vec.of(1e200, 1e200);
        assertThrows(DomainException.class, () -> opposite.dot(Vec.<Expectation>of(1e200, -1e200)));
    }

    @Test
    void longVectorsPrintTheirBeginning() {
        assertEquals("[1.0, -2.0, 0.5]", a.toString());
        assertEquals(
                "[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, … (40 entries)]",
                Vec.generate(40, i -> i).toString());
        assertEquals(
                "[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0]",
                Vec.generate(12, i -> i).toString());
    }

    @Test
    void serializes() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(a);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(a, in.readObject());
        }
    }
}
