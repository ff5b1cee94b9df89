package org.legendre.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.legendre.examples.chapter.Accountable;
import org.legendre.examples.chapter.CoveringOrChoosing;
import org.legendre.examples.chapter.Example;
import org.legendre.examples.chapter.FarApart;
import org.legendre.examples.chapter.Findings;
import org.legendre.examples.chapter.FisherUpClose;
import org.legendre.examples.chapter.ForwardAndReverse;
import org.legendre.examples.chapter.FourCharts;
import org.legendre.examples.chapter.Iris;
import org.legendre.examples.chapter.LargeNumbers;
import org.legendre.examples.chapter.LastDigit;
import org.legendre.examples.chapter.LayerByLayer;
import org.legendre.examples.chapter.NearestDistribution;
import org.legendre.examples.chapter.OnTrial;
import org.legendre.examples.chapter.Plateau;
import org.legendre.examples.chapter.Portfolio;
import org.legendre.examples.chapter.Sources;
import org.legendre.examples.chapter.Surprises;
import org.legendre.examples.chapter.ThreeSpecies;
import org.legendre.examples.chapter.TwoCoins;
import org.legendre.examples.chapter.UncertainWeights;
import org.legendre.examples.chapter.Wagers;
import org.legendre.examples.chapter.WastedBits;
import org.legendre.examples.chapter.WhichFisher;
import org.legendre.examples.figure.Drawing;
import org.legendre.examples.page.Chapter;
import org.legendre.examples.page.Page;
import org.legendre.geometry.DomainException;

/** The main job: works through all chapters, prints their numbers, draws their figures and writes one self-contained page. */
public final class Atlas {
    private Atlas() {}

    /**
     * Runs the atlas.
     *
     * @param arguments {@code quick} or {@code full}, and the directory to write to; {@code quick} and {@code atlas} without them
     */
    public static void main(String[] arguments) {
        String mode = arguments.length > 0 ? arguments[0] : "quick";
        if (!mode.equals("quick") && !mode.equals("full")) {
            throw new DomainException("mode", mode, "quick or full");
        }
        write(mode.equals("full"), Path.of(arguments.length > 1 ? arguments[1] : "atlas"), Drawing.best());
    }

    /**
     * The chapters.
     *
     * @return one example a chapter, in order
     */
    public static List<Example> chapters() {
        return List.of(
                new TwoCoins(),
                new ForwardAndReverse(),
                new CoveringOrChoosing(),
                new NearestDistribution(),
                new FisherUpClose(),
                new FarApart(),
                new WastedBits(),
                new LargeNumbers(),
                new Surprises(),
                new LastDigit(),
                new OnTrial(),
                new Portfolio(),
                new Wagers(),
                new Accountable(),
                new Iris(),
                new WhichFisher(),
                new FourCharts(),
                new Plateau(),
                new UncertainWeights(),
                new ThreeSpecies(),
                new LayerByLayer());
    }

    /**
     * Works through the chapters and writes the page and its pictures.
     *
     * @param full true for the long version
     * @param directory where to write
     * @param drawing who draws
     * @return the page's file
     */
    static Path write(boolean full, Path directory, Drawing drawing) {
        requireWritable(directory);
        System.out.println("The atlas (" + (full ? "full" : "quick") + "), drawn by " + drawing.name());
        long start = System.nanoTime();
        Page page = Page.titled(
                "Legendre: the atlas",
                "Worked examples of information geometry and of optimization in its geometry. Every number in the tables comes from the run that "
                        + "wrote this page, is asserted by a test, and stands beside the decisive lines of its code.");
        List<Example> chapters = chapters();
        for (int i = 0; i < chapters.size(); i++) {
            Example example = chapters.get(i);
            System.out.printf(Locale.ROOT, "%n%d/%d %s%n%n", i + 1, chapters.size(), example.title());
            Findings findings = example.work(full, line -> System.out.printf(Locale.ROOT, "    … %s%n", line));
            System.out.println(findings.table().toText());
            page = page.chapter(chapter(example, findings, directory, drawing));
        }
        Path file = page.write(directory.resolve("index.html")).toAbsolutePath().normalize();
        System.out.printf(Locale.ROOT, "%nThe atlas took %.1f s; open %s%n", (System.nanoTime() - start) * 1e-9, file);
        return file;
    }

    /** Before anything is computed. */
    private static void requireWritable(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("the directory of the atlas cannot be made", e);
        }
        if (!Files.isWritable(directory)) {
            throw new DomainException(
                    "directory of the atlas", directory.toAbsolutePath(), "one that can be written to");
        }
    }

    private static Chapter chapter(Example example, Findings findings, Path directory, Drawing drawing) {
        Chapter chapter = Chapter.titled(example.title()).prose(example.prose()).table(findings.table());
        for (Findings.Picture picture : findings.pictures()) {
            Path file = drawing.draw(picture.panels(), directory.resolve(picture.name() + ".svg"));
            System.out.println("    drew " + file.getFileName());
            chapter = chapter.figure(file, picture.caption());
        }
        for (String name : example.listings()) {
            chapter = chapter.code(Sources.listing(example.getClass(), name));
        }
        return chapter;
    }
}
