package org.legendre.examples.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One HTML file with everything in it: no scripts, no fonts, no references to anything outside; immutable.
 *
 * @param title the heading
 * @param lead what the page is about, under the heading
 * @param chapters the chapters
 */
public record Page(String title, String lead, List<Chapter> chapters) {
    /**
     * Copies the list.
     *
     * @param title the heading
     * @param lead what the page is about
     * @param chapters the chapters
     */
    public Page {
        chapters = List.copyOf(chapters);
    }

    /**
     * A page without chapters.
     *
     * @param title the heading
     * @param lead what the page is about
     * @return the page
     */
    public static Page titled(String title, String lead) {
        return new Page(title, lead, List.of());
    }

    /**
     * Adds a chapter.
     *
     * @param chapter the chapter
     * @return the page with that chapter at its end
     */
    public Page chapter(Chapter chapter) {
        return new Page(
                title,
                lead,
                Stream.concat(chapters.stream(), Stream.of(chapter)).toList());
    }

    /**
     * The page as text.
     *
     * @return an HTML5 document
     */
    public String toHtml() {
        StringBuilder html = new StringBuilder("""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>""");
        html.append(Html.escape(title)).append("</title>\n<style>\n").append(style());
        html.append("</style>\n</head>\n<body>\n<header>\n<h1>")
                .append(Html.escape(title))
                .append("</h1>\n<p>");
        html.append(Html.prose(lead)).append("</p>\n</header>\n<nav aria-label=\"Chapters\">\n<ol>\n");
        for (int i = 0; i < chapters.size(); i++) {
            html.append("<li><a href=\"#chapter-").append(i + 1).append("\">");
            html.append(Html.escape(chapters.get(i).title())).append("</a></li>\n");
        }
        html.append("</ol>\n</nav>\n<main>\n");
        for (int i = 0; i < chapters.size(); i++) {
            Chapter chapter = chapters.get(i);
            html.append("<section id=\"chapter-")
                    .append(i + 1)
                    .append("\">\n<h2>")
                    .append(i + 1)
                    .append(". ");
            html.append(Html.escape(chapter.title()))
                    .append("</h2>\n")
                    .append(chapter.body())
                    .append("</section>\n");
        }
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    /**
     * Writes the page.
     *
     * @param file the file, replaced if it exists; its directory is created
     * @return the file
     * @throws UncheckedIOException if it cannot be written
     */
    public Path write(Path file) {
        try {
            Path target = file.toAbsolutePath();
            Files.createDirectories(Objects.requireNonNullElse(target.getParent(), target));
            return Files.writeString(file, toHtml(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page " + file + " could not be written", e);
        }
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream("page.css"), "page.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("page.css", e);
        }
    }
}
