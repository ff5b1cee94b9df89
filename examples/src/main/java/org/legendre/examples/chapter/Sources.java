package org.legendre.examples.chapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.legendre.geometry.DomainException;

/** The lines of code that a chapter shows, cut from the source that made its numbers. */
public final class Sources {
    private Sources() {}

    /**
     * The lines between {@code // begin: name} and {@code // end: name}, with their common indentation removed.
     *
     * @param chapter the chapter
     * @param name the name of the region
     * @return the lines
     * @throws DomainException if there is no such region
     */
    public static String listing(Class<?> chapter, String name) {
        String file = "/org/legendre/examples/source/" + chapter.getSimpleName() + ".java";
        try (InputStream in = Sources.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new DomainException("source", file, "a file among the resources");
            }
            return region(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException("the source " + file + " could not be read", e);
        }
    }

    /**
     * The same, from a text.
     *
     * @param text the source
     * @param name the name of the region
     * @return the lines
     * @throws DomainException if there is no such region
     */
    public static String region(String text, String name) {
        List<String> lines = text.lines().toList();
        List<String> trimmed = lines.stream().map(String::strip).toList();
        int begin = trimmed.indexOf("// begin: " + name);
        int end = trimmed.indexOf("// end: " + name);
        if (begin < 0 || end < begin) {
            throw new DomainException("region", name, "lines between // begin: " + name + " and // end: " + name);
        }
        return String.join("\n", lines.subList(begin + 1, end)).stripIndent() + "\n";
    }
}
