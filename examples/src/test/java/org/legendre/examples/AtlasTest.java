package org.legendre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.legendre.examples.chapter.Example;
import org.legendre.examples.chapter.Sources;
import org.legendre.examples.figure.SvgPlot;
import org.legendre.geometry.DomainException;

/** The main job as a whole, drawn without gnuplot. */
class AtlasTest {
    @Test
    void thePageHoldsEveryChapterWithItsPicturesItsNumbersAndItsCode(@TempDir Path directory) throws IOException {
        Path file = Atlas.write(false, directory, new SvgPlot());
        assertEquals(directory.resolve("index.html").toAbsolutePath().normalize(), file);
        String html = Files.readString(file);
        for (Example chapter : Atlas.chapters()) {
            assertTrue(html.contains(chapter.title()), chapter.title());
        }
        assertEquals(29, html.split("<figure>", -1).length - 1, "figures");
        assertEquals(36, html.split("<pre><code>", -1).length - 1, "listings");
        assertTrue(html.contains("27.0948896"), "a wealth");
        assertFalse(html.contains("src=\"http"), "nothing is loaded from elsewhere");
        for (String name : List.of(
                "two-coins",
                "forward-and-reverse",
                "covering-or-choosing",
                "nearest-distribution",
                "fisher-up-close",
                "far-apart",
                "last-digit",
                "on-trial",
                "three-species",
                "wasted-bits",
                "large-numbers-typical",
                "large-numbers-exponents",
                "surprises-pixels",
                "surprises-days",
                "wagers-races",
                "wagers-portfolio",
                "portfolio-wealth",
                "portfolio-gap",
                "accountable-regret",
                "iris-loss",
                "which-fisher",
                "steepest-in-kl",
                "four-charts",
                "plateau-loss",
                "layer-by-layer",
                "variational-gap")) {
            assertTrue(Files.size(directory.resolve(name + ".svg")) > 1000, name);
        }
    }

    @Test
    void everyListingIsCutFromTheSourceThatRan() {
        for (Example chapter : Atlas.chapters()) {
            assertFalse(chapter.listings().isEmpty(), chapter.title());
            for (String name : chapter.listings()) {
                String listing = Sources.listing(chapter.getClass(), name);
                assertTrue(listing.lines().count() >= 3, listing);
                assertFalse(listing.startsWith(" "), "the common indentation is removed");
            }
        }
    }

    @Test
    void anUnknownModeOrRegionIsRefusedByName() {
        refuses("slow", () -> Atlas.main(new String[] {"slow"}));
        refuses("b", () -> Sources.region("// begin: a\n// end: a\n", "b"));
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamedBeforeAnythingIsComputed(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("in-the-way"), "");
        UncheckedIOException refusal =
                assertThrows(UncheckedIOException.class, () -> Atlas.write(false, file, new SvgPlot()));
        assertTrue(refusal.toString().contains("directory of the atlas"), refusal::toString);
        assertTrue(String.valueOf(refusal.getCause()).contains("in-the-way"), refusal::toString);
    }

    private static void refuses(String value, Executable call) {
        DomainException refusal = assertThrows(DomainException.class, call);
        assertTrue(String.valueOf(refusal.getMessage()).contains(" = " + value + ", expected "), refusal::toString);
    }
}
