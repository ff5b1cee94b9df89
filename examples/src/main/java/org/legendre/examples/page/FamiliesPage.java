package org.legendre.examples.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Families;
import org.legendre.geometry.family.FisherRao;

/**
 * The page of all families, {@code FAMILIES.md}: the catalogue joined with what the sources say of the coordinates, so that neither can go stale.
 * A test compares the file with this.
 */
public final class FamiliesPage {
    private static final Path SOURCES = Path.of("geometry/src/main/java/org/legendre/geometry/family");
    private static final Pattern COMMENT = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*public (?:final )?(?:record|class)",
            Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("@param ([a-zA-Z]\\w*) (.*)");
    private static final Pattern LINK = Pattern.compile("\\{@(?:link|code|linkplain) #?([^}]*)\\}");

    private FamiliesPage() {}

    /**
     * Writes the page.
     *
     * @param arguments the root directory of the project
     */
    public static void main(String[] arguments) {
        Path root = Path.of(arguments.length > 0 ? arguments[0] : ".");
        try {
            Files.writeString(root.resolve("FAMILIES.md"), of(root));
        } catch (IOException e) {
            throw new UncheckedIOException("FAMILIES.md could not be written", e);
        }
    }

    /**
     * The page.
     *
     * @param root the root directory of the project
     * @return the page in Markdown
     * @throws DomainException if a family's source does not state its coordinates in a paragraph that begins with θ
     */
    public static String of(Path root) {
        StringBuilder summary = new StringBuilder();
        StringBuilder sections = new StringBuilder();
        for (Families.Entry entry : Families.all()) {
            Class<?> type = type(entry);
            Description description = read(root, type);
            summary.append("| [")
                    .append(entry.name())
                    .append("](#")
                    .append(entry.name())
                    .append(") | `");
            summary.append(String.join(", ", entry.parameterNames())).append("` | ");
            summary.append(String.join(", ", entry.sharedNames())).append(" | ");
            summary.append(dimensions(entry)).append(" | ");
            summary.append(FisherRao.class.isAssignableFrom(type) ? "closed form" : "")
                    .append(" |\n");
            sections.append("\n## ").append(entry.name()).append("\n\n");
            sections.append(description.sentence)
                    .append("\n\n")
                    .append(description.coordinates)
                    .append("\n\n");
            sections.append("`").append(type.getSimpleName()).append("`");
            description.parameters.forEach(line -> sections.append("\n- ").append(line));
            sections.append("\n");
        }
        return """
                # The families

                This page is made from the catalogue and from what the sources say (`FamiliesPage` in `examples`; a test holds it to them). θ are the natural
                coordinates, T the sufficient statistic, η = E[T] the expectation coordinates, h the base measure, ψ the log-partition: the density is
                h(x)·exp(⟨θ, T(x)⟩ − ψ(θ)).

                The parameters are in the order of `Families.named(name).of(…)`; shared parameters belong to the family, not to its coordinates. The dimensions are those of
                a few members of a series.

                | family | parameters | shared | dimension | Fisher–Rao distance |
                | --- | --- | --- | --- | --- |
                """ + summary + sections;
    }

    private static Class<?> type(Families.Entry entry) {
        String packageName = Families.class.getPackageName();
        StringBuilder name = new StringBuilder();
        for (String word : entry.name().split("-", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        try {
            return Class.forName(packageName + "." + name);
        } catch (ClassNotFoundException e) {
            throw new DomainException("class " + name, entry.name(), "a family whose class is named like itself");
        }
    }

    private static String dimensions(Families.Entry entry) {
        List<String> sizes = new ArrayList<>();
        for (ExponentialFamily<?, ?> family : entry.examples()) {
            String size = "" + family.dimension();
            if (!sizes.contains(size)) {
                sizes.add(size);
            }
        }
        return sizes.isEmpty() ? "no exponential family" : String.join(", ", sizes);
    }

    private record Description(String sentence, String coordinates, List<String> parameters) {}

    private static Description read(Path root, Class<?> type) {
        String source;
        try {
            source = Files.readString(root.resolve(SOURCES).resolve(type.getSimpleName() + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException("the source of " + type + " could not be read", e);
        }
        Matcher comment = COMMENT.matcher(source);
        if (!comment.find()) {
            throw new DomainException("source of " + type, type.getSimpleName(), "a Javadoc comment before the type");
        }
        String text = plain(comment.group(1));
        String[] paragraphs = text.split("<p>|\n@", -1);
        String coordinates = "";
        for (String paragraph : paragraphs) {
            if (coordinates.isEmpty() && paragraph.matches("(?s).*θ\\S* = .*T(\\(.*| = ).*")) {
                coordinates = oneLine(paragraph);
            }
        }
        if (coordinates.isEmpty()
                && !paragraphs[0].contains("not an exponential family")
                && !text.contains("not an exponential family")) {
            throw new DomainException(
                    "comment of " + type.getSimpleName(),
                    text,
                    "a paragraph with θ = … and T(x) = … or that it is not an exponential family");
        }
        List<String> parameters = new ArrayList<>();
        for (String tag : text.split("\n(?=@)", -1)) {
            Matcher parameter = PARAMETER.matcher(oneLine(tag));
            if (parameter.matches()) {
                parameters.add("`" + parameter.group(1) + "`: " + parameter.group(2));
            }
        }
        return new Description(oneLine(paragraphs[0]), coordinates, parameters);
    }

    /** The comment without its stars, tags and entities. */
    private static String plain(String comment) {
        StringBuilder text = new StringBuilder();
        comment.lines()
                .forEach(line ->
                        text.append(line.strip().replaceFirst("^\\* ?", "")).append('\n'));
        return LINK.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement("`" + match.group(1).strip() + "`"))
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
    }
}
