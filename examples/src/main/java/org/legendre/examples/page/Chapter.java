package org.legendre.examples.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A chapter of a page; immutable. Every method returns a new chapter with one more part below the others; text is escaped.
 *
 * @param title the heading
 * @param body the parts, as HTML
 */
public record Chapter(String title, String body) {
    /**
     * A chapter with nothing in it.
     *
     * @param title the heading
     * @return the chapter
     */
    public static Chapter titled(String title) {
        return new Chapter(title, "");
    }

    private Chapter plus(String html) {
        return new Chapter(title, body + html);
    }

    /**
     * Adds prose.
     *
     * @param text paragraphs, separated by empty lines; words between backquotes are set as code
     * @return the chapter with these paragraphs
     */
    public Chapter prose(String text) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : text.strip().split("\n\\s*\n", -1)) {
            html.append("<p>").append(Html.prose(paragraph.strip())).append("</p>\n");
        }
        return plus(html.toString());
    }

    /**
     * Adds a picture, which becomes part of the page.
     *
     * @param picture an SVG or PNG file
     * @param caption what it shows; readers who cannot see it are told the same
     * @return the chapter with the picture
     * @throws UncheckedIOException if the file cannot be read
     */
    public Chapter figure(Path picture, String caption) {
        String type = picture.toString().endsWith(".png") ? "image/png" : "image/svg+xml";
        try {
            // As an image and not as inline SVG: ids of different pictures cannot clash, and nothing in one can run.
            String data = Base64.getEncoder().encodeToString(Files.readAllBytes(picture));
            return plus("<figure>\n<div class=\"picture\"><img alt=\"" + Html.escape(caption) + "\" src=\"data:" + type
                    + ";base64," + data + "\"></div>\n<figcaption>" + Html.prose(caption)
                    + "</figcaption>\n</figure>\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the picture " + picture + " could not be read", e);
        }
    }

    /**
     * Adds a table.
     *
     * @param table the table
     * @return the chapter with the table
     */
    public Chapter table(Table table) {
        return plus(table.toHtml());
    }

    /**
     * Adds a few lines of code.
     *
     * @param code the lines
     * @return the chapter with the code
     */
    public Chapter code(String code) {
        return plus("<pre><code>" + Html.escape(code.stripTrailing()) + "</code></pre>\n");
    }
}
