package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;

/** The domains of θ and η of every family: their charts go there and back, and what is outside is refused in words. */
class DomainsOfFamiliesTest {
    static List<Member<?, ?>> members() {
        return SampleMembers.all();
    }

    private static void onBoth(Member<?, ?> member, Check check) {
        check.on(member.family().potential().domain(), member.natural().toArray());
        check.on(
                member.family().potential().conjugate().domain(),
                member.expectation().toArray());
    }

    /** Something about a domain and a point of it. */
    private interface Check {
        void on(Domain domain, double[] point);
    }

    @ParameterizedTest
    @MethodSource("members")
    void chartsGoThereAndBack(Member<?, ?> member) {
        onBoth(member, (domain, point) -> {
            assertEquals(point.length, domain.size());
            assertEquals(Optional.empty(), domain.diagnose(point));
            double[] u = domain.toChart(point);
            assertEquals(point.length, u.length);
            close(point, domain.fromChart(u), 1e-9);
            // Other points of the chart are points of the domain, with these coordinates.
            for (double step : new double[] {-0.5, 0.25}) {
                double[] moved = u.clone();
                for (int i = 0; i < u.length; i++) {
                    moved[i] += i % 2 == 0 ? step : -step;
                }
                double[] x = domain.fromChart(moved);
                assertEquals(Optional.empty(), domain.diagnose(x));
                close(moved, domain.toChart(x), 1e-7);
            }
            assertFalse(domain.toString().isBlank());
        });
    }

    @ParameterizedTest
    @MethodSource("members")
    void whatIsOutsideIsRefused(Member<?, ?> member) {
        onBoth(member, (domain, point) -> {
            for (int i = 0; i < point.length; i++) {
                for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                    double[] x = point.clone();
                    x[i] = bad;
                    assertTrue(domain.diagnose(x).isPresent(), () -> domain + " has " + Arrays.toString(x));
                    assertThrows(DomainException.class, () -> domain.toChart(x), domain::toString);
                }
            }
            double[] longer = Arrays.copyOf(point, point.length + 1);
            assertTrue(domain.diagnose(longer).isPresent(), domain::toString);
            assertThrows(DomainException.class, () -> domain.toChart(longer), domain::toString);
            assertThrows(DomainException.class, () -> domain.fromChart(longer), domain::toString);
        });
    }

    private static void close(double[] expected, double[] actual, double tolerance) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance * (1 + largest));
        }
    }
}
