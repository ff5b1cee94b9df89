package org.legendre.examples.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GnuplotTest {
    private static final Figure FIGURE = Gallery.lines();

    @TempDir
    Path directory;

    private static Gnuplot installed() {
        Drawing drawing = Drawing.best();
        Assumptions.assumeTrue(drawing instanceof Gnuplot, "gnuplot is not installed here");
        return (Gnuplot) drawing;
    }

    /** An executable that says it is gnuplot and then does something else. */
    private Gnuplot pretender(String then, Duration timeout) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell to pretend with");
        Path script = directory.resolve("pretender");
        Files.writeString(
                script, "#!/bin/sh\nif [ \"$1\" = --version ]; then echo gnuplot 5.4; exit 0; fi\n" + then + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return Gnuplot.at(script, timeout);
    }

    @Test
    void aFailureOfGnuplotIsAnExceptionWithWhatItSaid() throws IOException {
        Gnuplot failing = pretender("echo 'no such terminal' >&2; exit 3", Duration.ofSeconds(20));
        Path file = directory.resolve("a.svg");
        DrawingException e = assertThrows(DrawingException.class, () -> failing.draw(FIGURE, file));
        assertEquals("gnuplot left with exit code 3: no such terminal", e.getMessage());
        assertFalse(Files.exists(file));
    }

    @Test
    void aPictureThatIsMissingOrEmptyIsAnException() throws IOException {
        Path file = Files.writeString(directory.resolve("old.svg"), "an older picture");
        for (String then : List.of("echo warned >&2; exit 0", ": > figure.svg; echo warned >&2")) {
            Gnuplot silent = pretender(then, Duration.ofSeconds(20));
            DrawingException e = assertThrows(DrawingException.class, () -> silent.draw(FIGURE, file));
            assertEquals("gnuplot left no picture: warned", e.getMessage());
        }
    }

    @Test
    void gnuplotIsNotWaitedForLongerThanTheTimeout() throws IOException {
        Gnuplot slow = pretender("sleep 60", Duration.ofMillis(1500));
        long start = System.nanoTime();
        DrawingException e =
                assertThrows(DrawingException.class, () -> slow.draw(FIGURE, directory.resolve("slow.svg")));
        assertEquals("gnuplot did not finish within 1500 ms", e.getMessage());
        assertTrue(System.nanoTime() - start < 20_000_000_000L);
    }

    @Test
    void somethingElseIsNotTakenForGnuplot() {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        assertThrows(DrawingException.class, () -> Gnuplot.at(java, Duration.ofSeconds(20)));
        assertThrows(DrawingException.class, () -> Gnuplot.at(directory.resolve("nothing"), Duration.ofSeconds(20)));
    }

    @Test
    void gnuplotCanBeDisabled() {
        String before = System.setProperty(Gnuplot.PROPERTY, "none");
        try {
            assertInstanceOf(SvgPlot.class, Drawing.best());
        } finally {
            if (before == null) {
                System.clearProperty(Gnuplot.PROPERTY);
            } else {
                System.setProperty(Gnuplot.PROPERTY, before);
            }
        }
    }

    @Test
    void everyTextIsInSingleQuotesWithQuotesDoubled() {
        assertEquals("'a ''b'' `c` $(d) \\e \"f\" @g'", GnuplotScript.quoted("a 'b' `c` $(d) \\e \"f\"\n@g"));
    }

    @Test
    void noTextRunsACommandAndAllOfItIsShown() throws IOException {
        Gnuplot gnuplot = installed();
        Path trap = directory.resolve("trap");
        String nasty = "`touch " + trap + "` $(touch " + trap + ") 'q' \"d\" @m \\n {^x_y} <script>'.system('touch "
                + trap + "').'";
        Figure figure = Figure.titled(nasty)
                .axes(nasty, nasty)
                .line(nasty, new double[] {0, 1, 2}, new double[] {1, 3, 2})
                .bars(nasty, List.of(nasty, "b", "c"), new double[] {1, 2, 3})
                .note(nasty, 1, 1);
        String svg = Files.readString(gnuplot.draw(figure, directory.resolve("nasty.svg")));
        assertFalse(Files.exists(trap), "a text was run as a command");
        assertFalse(svg.contains("<script>"));
        assertTrue(svg.contains("`touch") && svg.contains("$(touch") && svg.contains("{^x_y}") && svg.contains("\\n"));
    }

    @Test
    void severalThreadsLoseNoPicture() throws Exception {
        Gnuplot gnuplot = installed();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Path>> pictures = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Path file = directory.resolve("picture" + i + ".svg");
                Figure figure = Figure.titled("number" + i + "end").line("", new double[] {0, 1}, new double[] {0, i});
                pictures.add(threads.submit(() -> gnuplot.draw(figure, file)));
            }
            for (int i = 0; i < 20; i++) {
                assertTrue(Files.readString(pictures.get(i).get()).contains("number" + i + "end"));
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
