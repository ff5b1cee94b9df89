package org.legendre.examples.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.legendre.examples.chapter.OnTrial;
import org.legendre.examples.chapter.Sources;
import org.legendre.properties.Law;
import org.legendre.properties.Laws;
import org.legendre.properties.Mutant;
import org.legendre.properties.Mutants;
import org.legendre.properties.Verdict;

/**
 * The page of all laws, {@code LAWS.md}: how to hold a family of one's own to them, what a failure looks like, and the catalogue with sources, resolutions
 * and mutants. A test compares the file with this.
 */
public final class LawsPage {
    private static final Path CHAPTER = Path.of("examples/src/main/java/org/legendre/examples/chapter/OnTrial.java");
    private static final Path KOTLIN = Path.of("examples/src/test/kotlin/org/legendre/examples/KotlinExamplesTest.kt");
    private static final Path JUNIT = Path.of("examples/src/test/java/org/legendre/examples/OwnLawsTest.java");
    private static final Path JQWIK = Path.of("examples/src/test/java/org/legendre/examples/LifetimesTest.java");
    /** How many failures the page shows. */
    private static final int SHOWN = 2;

    private static final Map<String, String> ABOUT = new LinkedHashMap<>();

    static {
        ABOUT.put("DivergenceSubject", "divergences: any D(p, q) on the points of a domain");
        ABOUT.put("PotentialSubject", "functions of Legendre type: log-partitions and mirror maps");
        ABOUT.put("FamilySubject", "exponential families, which are held to the laws of their KL and their ψ besides");
        ABOUT.put("ObservationSubject", "observations: what a family says of its data, integrated, summed or drawn");
        ABOUT.put("ChartSubject", "coordinates: the Fisher metric of a family in each of them");
        ABOUT.put("FiniteDivergenceSubject", "divergences of finite distributions of any length");
        ABOUT.put("OrderingSubject", "several divergences at once: how they are ordered");
        ABOUT.put("InformationSubject", "measures of information of joint tables");
        ABOUT.put("ProjectionSubject", "I-projections onto distributions of given moments");
        ABOUT.put("EntropySubject", "entropies with an order");
        ABOUT.put("CostSubject", "what entropy and KL cost: energy, money, bits, chances");
        ABOUT.put("MethodSubject", "optimizers");
        ABOUT.put("LearnerSubject", "online learners");
        ABOUT.put(
                "SchemeSubject",
                "schemes that remember more than their last point, which are held to the laws of optimizers besides");
        ABOUT.put("AcceleratedSubject", "accelerated methods, which are held to the laws of optimizers besides");
        ABOUT.put("CompositeSubject", "proximal steps, which keep a term of the objective as it is");
        ABOUT.put("SegmentSubject", "Frank–Wolfe methods");
        ABOUT.put("StochasticSubject", "stochastic methods, which draw terms of a sum");
        ABOUT.put("CurveSubject", "geometries: the curves that they make of differentials");
        ABOUT.put(
                "ModelSubject",
                "parametric models: the weights of a conditional distribution, their Fisher information and steps along it");
        ABOUT.put("CertificateSubject", "theorems about methods, held to runs under their assumptions");
    }

    private LawsPage() {}

    /**
     * Writes the page.
     *
     * @param arguments the root directory of the project
     */
    public static void main(String[] arguments) {
        Path root = Path.of(arguments.length > 0 ? arguments[0] : ".");
        try {
            Files.writeString(root.resolve("LAWS.md"), of(root));
        } catch (IOException e) {
            throw new UncheckedIOException("LAWS.md could not be written", e);
        }
    }

    /**
     * The page.
     *
     * @param root the root directory of the project
     * @return the page in Markdown
     */
    public static String of(Path root) {
        StringBuilder page = new StringBuilder("""
                # The laws

                This page is made from the catalogue of laws (`LawsPage` in `examples`; a test holds it to that). A law is a statement of the theory that a program checks on a subject:
                on random samples, with bounds from conditioning or error estimates, so that a correct subject passes and a small mistake does not. A failure shows the simplest sample found, and
                the line of Java that examines it again.

                ## A family of your own, held to all laws

                """);
        code(page, "java", region(root, CHAPTER, "right"));
        page.append("In Kotlin:\n\n");
        code(page, "kotlin", region(root, KOTLIN, "trial"));
        page.append("As tests, one a law, with JUnit or with jqwik:\n\n");
        code(page, "java", region(root, JUNIT, "junit"));
        code(page, "java", region(root, JQWIK, "jqwik"));
        page.append("What you see when a sign is wrong, here that of the statistic:\n\n");
        code(page, "java", region(root, CHAPTER, "wrong"));
        List<Verdict> failures = OnTrial.wrongSign();
        page.append(failures.size()).append(" laws object, among them these:\n\n```text\n");
        failures.stream().limit(SHOWN).forEach(verdict -> page.append(verdict).append('\n'));
        page.append("```\n");
        Map<String, List<Law<?>>> kinds = new LinkedHashMap<>();
        ABOUT.keySet().forEach(kind -> kinds.put(kind, new ArrayList<>()));
        Laws.all()
                .forEach(law -> kinds.computeIfAbsent(law.about().getSimpleName(), kind -> new ArrayList<>())
                        .add(law));
        List<Mutant> mutants = Mutants.all();
        page.append("\nThere are ")
                .append(Laws.all().size())
                .append(" laws, proven on ")
                .append(mutants.size());
        page.append(
                " mutants: subjects with a plausible mistake, each of which certain laws must kill. *Sees* is the smallest planted relative error");
        page.append(" that a law is shown to reject (1 for inequalities, which see gross errors only).\n");
        kinds.forEach((kind, laws) -> section(page, kind, laws, mutants));
        return page.toString();
    }

    private static void section(StringBuilder page, String kind, List<Law<?>> laws, List<Mutant> mutants) {
        page.append("\n## Laws of ")
                .append(ABOUT.getOrDefault(kind, kind))
                .append("\n\n`")
                .append(kind);
        page.append("`\n\n| law | statement | source | sees | must kill |\n| --- | --- | --- | --- | --- |\n");
        for (Law<?> law : laws) {
            long kills = mutants.stream()
                    .filter(mutant -> mutant.killers().contains(law.id()))
                    .count();
            page.append("| `")
                    .append(law.id())
                    .append("` | ")
                    .append(cell(law.statement()))
                    .append(" | ");
            page.append(cell(law.source()))
                    .append(" | ")
                    .append(law.resolution())
                    .append(" | ")
                    .append(kills);
            page.append(" |\n");
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static void code(StringBuilder page, String language, String text) {
        page.append("```").append(language).append('\n').append(text).append("```\n\n");
    }

    private static String region(Path root, Path file, String name) {
        try {
            return Sources.region(Files.readString(root.resolve(file)), name);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
    }
}
