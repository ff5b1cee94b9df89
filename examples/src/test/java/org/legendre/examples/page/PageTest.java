package org.legendre.examples.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.legendre.examples.figure.Figure;
import org.legendre.examples.figure.SvgPlot;
import org.legendre.geometry.DomainException;
import org.xml.sax.InputSource;

final class PageTest {
    private static final Pattern REFERENCE =
            Pattern.compile("(src|href|srcset|url|action)\\s*[=(]\\s*[\"']?([^\"')>]*)");

    @TempDir
    Path directory;

    private Page page() {
        Path picture = new SvgPlot()
                .draw(
                        Figure.titled("η").line("ψ", new double[] {0, 1}, new double[] {0, 1}),
                        directory.resolve("picture.svg"));
        return Page.titled("Atlas <of> \"geometry\"", "What `ψ` generates & how.")
                .chapter(Chapter.titled("Two coins <script>alert(1)</script>")
                        .prose("First paragraph, a < b.\n\nSecond, with `code<T>` in it.")
                        .figure(picture, "A line \"onerror='x'\"")
                        .table(Table.of("family", "KL", "n")
                                .row("<b>Poisson</b>", 0.5108256, 3)
                                .row("Gamma", -1.25, 12))
                        .code("List<String> x = f(\"a\" && b);"))
                .chapter(Chapter.titled("Second").prose("End."));
    }

    @Test
    void thePageRefersToNothingOutside() {
        String html = page().toHtml();
        long references = REFERENCE
                .matcher(html)
                .results()
                .peek(match -> {
                    String target = match.group(2);
                    assertTrue(target.startsWith("#chapter-") || target.startsWith("data:image/"), target);
                })
                .count();
        assertEquals(3, references);
        assertFalse(html.contains("http:") || html.contains("https:") || html.contains("@import"), html);
    }

    @Test
    void allTextIsEscaped() {
        String html = page().toHtml();
        assertFalse(html.contains("<script") || html.contains("<of>") || html.contains("<b>") || html.contains("<T>"));
        assertTrue(html.contains("List&lt;String&gt; x = f(&quot;a&quot; &amp;&amp; b);"));
        assertTrue(html.contains("with <code>code&lt;T&gt;</code> in it"));
        assertTrue(html.contains("alt=\"A line &quot;onerror=&#39;x&#39;&quot;\""));
    }

    @Test
    void everyElementIsClosed() throws Exception {
        String html = page().toHtml();
        assertTrue(html.startsWith("<!DOCTYPE html>\n"));
        String xml = html.replace("<!DOCTYPE html>", "").replaceAll("<(meta|img)([^>]*)>", "<$1$2/>");
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        assertEquals(2, document.getElementsByTagName("section").getLength());
        assertEquals(2, document.getElementsByTagName("p").getLength() - 2);
    }

    @Test
    void theFileIsWritten() throws IOException {
        Path file = page().write(directory.resolve("new").resolve("index.html"));
        assertEquals(page().toHtml(), Files.readString(file));
    }

    @Test
    void aTableIsAlignedOnTheConsole() {
        Table table = Table.of("family", "KL(p ‖ q)", "ψ̂")
                .row("Poisson", 0.5108256, 3)
                .row("Gamma", -12.5, 1200);
        assertEquals("""
                 family  │ KL(p ‖ q) │    ψ̂\s
                ─────────┼───────────┼──────
                 Poisson │  0.510826 │    3\s
                 Gamma   │  -12.5000 │ 1200\s
                """, table.toText());
        assertTrue(table.toHtml().contains("<td>Poisson</td><td class=\"number\">0.510826</td>"));
        assertTrue(table.toHtml().contains("<td class=\"number\">−12.5000</td>"));
    }

    @Test
    void extremeNumbersAreReadable() {
        Table table = Table.of("x")
                .row(0.0)
                .row(1e-12)
                .row(Double.POSITIVE_INFINITY)
                .row(250.5974)
                .row(9.999999e6);
        assertEquals(
                "[[0], [1.00000e-12], [∞], [250.597], [9999999]]", table.rows().toString());
    }

    @Test
    void aRowHasOneCellForEachColumn() {
        assertThrows(DomainException.class, () -> Table.of("a", "b").row(1));
    }
}
