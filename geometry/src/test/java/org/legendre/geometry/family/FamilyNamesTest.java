package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What messages and tables call families, their parameters, domains and members, read once and kept in {@code names.txt}. */
class FamilyNamesTest {
    private static List<String> names() {
        List<String> lines = new ArrayList<>();
        for (Families.Entry entry : Families.all()) {
            lines.add(entry.toString());
            SampleMembers.of(entry).stream().findFirst().ifPresent(member -> add(member.family(), lines));
            SampleMembers.distributions(entry).forEach(distribution -> lines.add("  " + distribution));
        }
        return lines;
    }

    private static void add(ExponentialFamily<?, ?> family, List<String> lines) {
        lines.add("  " + family + ": " + String.join(", ", family.parameterNames()));
        lines.add("  " + family.potential().domain() + " ∋ θ ↦ η ∈ "
                + family.potential().conjugate().domain());
    }

    @Test
    void namesAreThoseThatWereRead() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(FamilyNamesTest.class.getResourceAsStream("names.txt"), "names.txt")) {
            String kept = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(kept, String.join("\n", names()) + "\n");
        }
    }

    /** Half of the probability and more is within ten spreads of the center. */
    @Test
    void mostOfTheProbabilityIsAroundTheCenter() {
        for (Families.Entry entry : Families.all()) {
            for (Distribution<?, ?> distribution : SampleMembers.distributions(entry)) {
                if (!(distribution instanceof Univariate member)) {
                    continue;
                }
                double center = member.center();
                assertTrue(member.logDensityAt(center) > Double.NEGATIVE_INFINITY, distribution::toString);
                double around = member.logDensityAt(center);
                for (double t : new double[] {-10, -5, 5, 10}) {
                    double there = member.logDensityAt(center + t * member.spread());
                    assertTrue(
                            there < around,
                            () -> String.format(
                                    Locale.ROOT,
                                    "%s is likelier %g spreads from its center %g",
                                    distribution,
                                    t,
                                    center));
                }
            }
        }
    }
}
