package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Probabilities;

/**
 * Cases that usual libraries get wrong: by cancellation, by overflow, at the boundary. A row names a family of the catalogue, its parameters in
 * the order of the catalogue, and one of the quantities below.
 */
class ClassicWrongAnswersTest {
    private static final double TOLERANCE = 1e-13;

    /** Members by parameters that are not those of the catalogue. */
    private static final Map<String, Function<double[], Distribution<?, ?>>> OTHERS =
            Map.of("categorical-logits", logits -> new Categorical(Probabilities.ofLogits(logits)));

    private static double quantity(ReferenceTable.Row row, Function<double[], Distribution<?, ?>> factory) {
        Distribution<?, ?> p = factory.apply(array(row.p()));
        return switch (row.quantity()) {
            case "entropy" -> p.entropy();
            case "kl" -> Families.kl(p, factory.apply(array(row.q())));
            case "bhattacharyya" ->
                Families.skewedJensen((Member<?, ?>) p, (Member<?, ?>) factory.apply(array(row.q())), 0.5);
            case "fisher-rao" -> Families.fisherRao((FisherRao<?>) p, (FisherRao<?>) factory.apply(array(row.q())));
            default -> throw new IllegalArgumentException("no quantity " + row.quantity());
        };
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void legendreIsRight() {
        List<String> failures = new ArrayList<>();
        StringBuilder table = new StringBuilder("classic wrong answers:\n");
        int checked = 0;
        for (String line : HardCases.lines("classic-wrong-answers.csv")) {
            ReferenceTable.Row row = ReferenceTable.Row.parse(line);
            checked++;
            double expected = row.value().get(0);
            double actual = quantity(row, factory(row.family()));
            double error = Math.abs(actual - expected) / Math.abs(expected);
            table.append(String.format("%-95s %-23s %.1e%n", row, actual, error));
            if (!(error <= TOLERANCE)) {
                failures.add(row + ": " + actual + " instead of " + expected + ", relative error " + error);
            }
        }
        System.out.println(table);
        assertTrue(checked >= 17, "only " + checked + " rows checked");
        assertTrue(failures.isEmpty(), () -> String.join("\n", failures));
    }

    private static Function<double[], Distribution<?, ?>> factory(String family) {
        Function<double[], Distribution<?, ?>> other = OTHERS.get(family);
        return other != null ? other : Families.named(family)::of;
    }
}
