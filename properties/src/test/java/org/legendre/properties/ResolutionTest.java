package org.legendre.properties;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.family.Exponential;
import org.legendre.optimize.Geometry;

/** Plants relative errors in each part of a correct family and looks at how small they may be before nobody sees them. */
class ResolutionTest {
    private static final FamilySubject FAMILY = Textbook.exponential();

    private static final Map<String, DoubleFunction<? extends Subject>> PLANTED = new LinkedHashMap<>();

    static {
        PLANTED.put("KL", e -> FAMILY.withKl((p, q) -> FAMILY.kl(p, q) * (1 + e)));
        PLANTED.put("ψ", e -> FAMILY.withValue(t -> FAMILY.value(t) * (1 + e)));
        PLANTED.put("∇ψ", e -> FAMILY.withGradient(t -> times(FAMILY.gradient(t), 1 + e)));
        PLANTED.put("Fisher", e -> FAMILY.withFisher(t -> new ScaledHessian(FAMILY.fisher(t), 1 + e)));
        PLANTED.put("ψ*", e -> FAMILY.withConjugateValue(t -> FAMILY.conjugateValue(t) * (1 + e)));
        PLANTED.put("∇ψ*", e -> FAMILY.withConjugateGradient(t -> times(FAMILY.conjugateGradient(t), 1 + e)));
        PLANTED.put("raise", e -> FAMILY.withRaise((t, g) -> times(FAMILY.raise(t, g), 1 + e)));
        PLANTED.put("KL − e", e -> FAMILY.withKl((p, q) -> FAMILY.kl(p, q) - e));
        PLANTED.put("KL + e", e -> FAMILY.withKl((p, q) -> FAMILY.kl(p, q) + e));
        FamilySubject symmetric = Textbook.location();
        PLANTED.put("symmetry", e -> symmetric.withKl((p, q) -> symmetric.kl(p, q) * (p[0] > q[0] ? 1 + e : 1)));
        PLANTED.put(
                "asymmetry",
                e -> symmetric.withSymmetric(false).withKl((p, q) -> symmetric.kl(p, q) * (p[0] > q[0] ? 1 + e : 1)));
    }

    static {
        Legendre<Expectation, Natural> conjugate =
                Exponential.FAMILY.potential().conjugate();
        PLANTED.put(
                "metric in η",
                e -> FamilySubject.of(Exponential.FAMILY)
                        .withNaturalInExpectation(Geometry.natural(
                                conjugate.domain(),
                                eta -> Metric.of(
                                        new ScaledHessian(conjugate.potential().hessian(eta.toArray()), 1 + e)))));
        FamilySubject location = Textbook.location().withSymmetric(false);
        PLANTED.put("raise in one chart", e -> location.withRaise((t, g) -> times(location.raise(t, g), 1 + e)));
        PLANTED.putAll(FinitePlants.all());
        PLANTED.putAll(MeasurePlants.all());
        PLANTED.putAll(CostPlants.all());
        PLANTED.putAll(MethodPlants.all());
        PLANTED.putAll(LearnerPlants.all());
        PLANTED.putAll(SchemePlants.all());
        PLANTED.putAll(PotentialPlants.all());
        PLANTED.putAll(ObservationPlants.all());
        PLANTED.putAll(ModelPlants.all());
    }

    @Test
    void everyLawSeesErrorsDownToItsResolution() throws IOException {
        StringBuilder table = new StringBuilder(
                "smallest planted relative error that a law rejects (a law of existence: accepts as witness)\n");
        Map<String, Double> best = new LinkedHashMap<>();
        PLANTED.forEach((part, plant) -> {
            table.append('\n').append(part).append('\n');
            for (Law<?> law : Laws.all()) {
                double seen = smallestSeen(law, plant);
                if (seen < 1) {
                    table.append("  ")
                            .append(law.id())
                            .append("  ")
                            .append(seen)
                            .append('\n');
                    best.merge(law.id(), seen, Math::min);
                }
            }
        });
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "resolution.txt"), table);
        assertAll(Laws.all().stream()
                .map(law -> () -> assertTrue(
                        best.getOrDefault(law.id(), 1.0) <= law.resolution() * 1.0000001,
                        law.id() + " claims " + law.resolution() + " and sees " + best.get(law.id()) + "\n" + table)));
    }

    @Test
    void everyPartIsSeenToOneInTenBillion() {
        assertAll(Stream.of("KL", "ψ", "∇ψ", "Fisher", "ψ*", "∇ψ*", "raise", "D_ψ", "D_ψ*", "J_α", "∇²ψ*")
                .map(part -> () -> {
                    DoubleFunction<? extends Subject> plant = Objects.requireNonNull(PLANTED.get(part));
                    assertTrue(Laws.all().stream().anyMatch(law -> smallestSeen(law, plant) <= 1.0000001e-10), part);
                }));
    }

    @Test
    void everyErrorOnAConvexSetIsSeen() {
        assertAll(MethodPlants.onSets().entrySet().stream()
                .map(entry -> () -> assertTrue(
                        Laws.all().stream()
                                .filter(law -> law.about() == MethodSubject.class)
                                .anyMatch(law -> smallestSeen(law, entry.getValue()) <= 1.0000001e-10),
                        entry.getKey())));
    }

    /** The smallest power of ten from 1e-15 on from which on the law rejects all that is planted; 1 if it never does. */
    private static double smallestSeen(Law<?> law, DoubleFunction<? extends Subject> plant) {
        double seen = 1;
        // Laws of chance do not see what is hardly there.
        List<Double> errors = law.resolution() > 1e-3
                ? List.of(law.resolution())
                : List.of(1e-3, 1e-6, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12, 1e-13, 1e-14, 1e-15);
        for (double e : errors) {
            Optional<Claim<?>> claim = Laws.of(plant.apply(e)).stream()
                    .filter(candidate -> candidate.law().id().equals(law.id()))
                    .findFirst();
            if (claim.isEmpty()) {
                return 1;
            }
            Verdict verdict = claim.get().decide(5, 60);
            boolean existence = claim.get().law().existence();
            boolean rejected = existence ? verdict.held() : verdict.outcome() == Verdict.Outcome.VIOLATED;
            if (!rejected || (existence && naturallyHeld(law.id(), plant))) {
                return seen;
            }
            seen = e;
        }
        return seen;
    }

    private static boolean naturallyHeld(String law, DoubleFunction<? extends Subject> plant) {
        return Laws.named(law, plant.apply(0)).decide(5, 60).held();
    }

    private static double[] times(double[] x, double factor) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] *= factor;
        }
        return y;
    }
}
