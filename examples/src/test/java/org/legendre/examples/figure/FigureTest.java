package org.legendre.examples.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;

final class FigureTest {
    private static final double[] TWO = {1, 2};
    /** JavaPlot wants to see one, and never runs it here. */
    private static final Path SOME_EXECUTABLE = Path.of(System.getProperty("java.home"), "bin", "java");

    @Test
    void whatCannotBeShownIsRefused() {
        Figure figure = Figure.titled("t");
        assertThrows(DomainException.class, () -> figure.line("", TWO, new double[] {1, Double.NaN}));
        assertThrows(DomainException.class, () -> figure.points("", TWO, new double[] {1, Double.POSITIVE_INFINITY}));
        assertThrows(DomainException.class, () -> figure.line("", TWO, new double[] {1}));
        assertThrows(DomainException.class, () -> figure.line("", new double[0], new double[0]));
        assertThrows(DomainException.class, () -> figure.bars("", new double[] {2, 1}, TWO));
        assertThrows(DomainException.class, () -> figure.bars("", List.of("a"), TWO));
        assertThrows(DomainException.class, () -> figure.xRange(1, 1));
        assertThrows(DomainException.class, () -> Grid.of(new double[] {0, 1, 3}, TWO, (x, y) -> x));
        assertThrows(DomainException.class, () -> Grid.of(TWO, TWO, new double[][] {{1, 2}}));
        assertThrows(DomainException.class, () -> Grid.of(TWO, TWO, (x, y) -> Double.NaN));
        assertThrows(DomainException.class, () -> Panels.of(figure));
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThrows(DomainException.class, () -> figure.note("here", bad, 1));
            assertThrows(DomainException.class, () -> figure.note("here", 1, bad));
            assertThrows(DomainException.class, () -> figure.xRange(0, bad));
            assertThrows(DomainException.class, () -> figure.yRange(bad, 0));
            assertThrows(DomainException.class, () -> figure.contours("", Grid.of(TWO, TWO, (x, y) -> x), bad));
            assertThrows(DomainException.class, () -> Grid.of(new double[] {1, bad}, TWO, (x, y) -> 1));
            assertThrows(DomainException.class, () -> Curve.spaced(0, bad, 3));
            assertThrows(DomainException.class, () -> Curve.sampled(0, 1, 3, x -> bad));
        }
        assertThrows(DomainException.class, () -> Curve.spaced(0, 1, 1));
        assertThrows(DomainException.class, () -> Gnuplot.at(Path.of("gnuplot"), Duration.ZERO));
    }

    /** Between two walls the middle of the upper edge is free, between two hills that of the lower one. */
    @Test
    void theLegendFindsTheMiddleOfAnEdgeAndBothRenderersPutItThere() {
        for (Legend place : List.of(Legend.TOP, Legend.BOTTOM)) {
            double sign = place == Legend.TOP ? 1 : -1;
            Figure figure = Figure.titled("t")
                    .line("left", new double[] {0, 1e-3, 2e-3}, new double[] {sign, 0, -sign})
                    .line("right", new double[] {1, 1 - 1e-3, 1 - 2e-3}, new double[] {sign, 0, -sign})
                    .line("floor", new double[] {0, .5, 1}, new double[] {-sign, -sign, -sign});
            Panels panels = Panels.of(figure);
            assertEquals(place, panels.frame(0).corner());
            String script = GnuplotScript.of(panels, SOME_EXECUTABLE);
            assertTrue(script.contains("key inside " + (place == Legend.TOP ? "top" : "bottom") + " center"), script);
            double x = positionOf("left", "x", new SvgPlot().svg(panels));
            double y = positionOf("left", "y", new SvgPlot().svg(panels));
            assertTrue(x > 0.35 * panels.width() && x < 0.65 * panels.width(), "x = " + x);
            assertEquals(place == Legend.TOP, y < 0.5 * panels.height(), "y = " + y);
        }
    }

    private static double positionOf(String text, String coordinate, String svg) {
        Matcher element = Pattern.compile("<text[^>]*\\s" + coordinate + "=\"([^\"]+)\"[^>]*>" + text + "</text>")
                .matcher(svg);
        assertTrue(element.find(), svg);
        return Double.parseDouble(element.group(1));
    }

    @Test
    void aLogarithmicAxisShowsPositiveNumbersWhicheverIsSaidFirst() {
        double[] zero = {0, 1};
        assertThrows(
                DomainException.class,
                () -> Figure.titled("t").line("", TWO, zero).logY());
        assertThrows(DomainException.class, () -> Figure.titled("t").logX().line("", zero, TWO));
        assertThrows(DomainException.class, () -> Figure.titled("t").logY().area("", TWO, TWO));
        assertThrows(DomainException.class, () -> Figure.titled("t").logY().yRange(-1, 1));
    }

    @Test
    void aFigureIsNotChangedByWhatIsAddedToIt() {
        double[] y = {1, 2};
        Figure one = Figure.titled("t").line("", TWO, y);
        y[0] = 7;
        assertEquals(2, one.points("", TWO, TWO).layers().size());
        assertEquals(1, one.layers().size());
        assertEquals(1, one.layers().get(0).extent().get(0).y(0));
    }

    @Test
    void marksAreRoundNumbers() {
        assertEquals(List.of("−1.0", "−0.5", "0.0", "0.5", "1.0"), texts(Axis.PLAIN, -1, 1.2, 5));
        assertEquals(List.of("0", "2·10⁻⁵", "4·10⁻⁵"), texts(Axis.PLAIN, 0, 5e-5, 4));
        assertEquals(List.of("10⁻²", "10⁻¹", "1", "10", "10²"), texts(Axis.PLAIN.logarithmic(), 0.01, 100, 5));
        assertEquals(List.of("1", "2", "5", "10"), texts(Axis.PLAIN.logarithmic(), 1, 12, 5));
    }

    private static List<String> texts(Axis axis, double low, double high, int about) {
        return Ticks.of(axis, new Range(low, high), about).marks().stream()
                .map(Ticks.Mark::text)
                .toList();
    }

    @Test
    void theContourOfACircleIsOneClosedCircle() {
        double[] t = Curve.spaced(-2, 2, 101);
        List<Curve> curves = Contours.of(Grid.of(t, t, (x, y) -> x * x + y * y), 1);
        assertEquals(1, curves.size());
        Curve circle = curves.get(0);
        assertEquals(circle.x(0), circle.x(circle.size() - 1));
        assertEquals(circle.y(0), circle.y(circle.size() - 1));
        assertTrue(circle.size() > 100);
        for (int i = 0; i < circle.size(); i++) {
            assertEquals(1, Math.hypot(circle.x(i), circle.y(i)), 4e-4);
        }
    }

    @Test
    void theTwoBranchesOfAHyperbolaAreNotJoinedNearItsSaddle() {
        double[] t = Curve.spaced(-2, 2, 40);
        for (double level : new double[] {-0.3, -0.001, 0.001, 0.3}) {
            List<Curve> branches = Contours.of(Grid.of(t, t, (x, y) -> x * y), level);
            assertEquals(2, branches.size());
            for (Curve branch : branches) {
                for (int i = 0; i < branch.size(); i++) {
                    assertTrue(branch.x(i) * branch.x(0) > 0 && branch.y(i) * branch.y(0) > 0, "level " + level);
                }
            }
        }
    }
}
