package org.legendre.examples.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.legendre.geometry.DomainException;

/**
 * What a picture shows, in words and numbers; immutable. Every method returns a new figure:
 *
 * <pre>{@code
 * Figure.titled("Two densities").axes("x", "p(x)").area("target", xs, ps).line("fit", xs, qs).points("data", ts, zs);
 * }</pre>
 *
 * @param title the heading
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param equalAspect whether a unit is as long on both axes
 * @param legend where the names of the layers are listed
 * @param layers what is drawn, in this order
 */
public record Figure(String title, Axis x, Axis y, boolean equalAspect, Legend legend, List<Layer> layers) {
    /**
     * Checks that everything can be shown on its axes.
     *
     * @param title the heading
     * @param x the horizontal axis
     * @param y the vertical axis
     * @param equalAspect whether a unit is as long on both axes
     * @param legend where the names of the layers are listed
     * @param layers what is drawn
     * @throws DomainException if a number on a logarithmic axis is not positive; areas and bars begin at y = 0
     */
    public Figure {
        layers = List.copyOf(layers);
        for (Curve curve :
                layers.stream().flatMap(layer -> layer.extent().stream()).toList()) {
            for (int i = 0; i < curve.size(); i++) {
                if (x.log()) {
                    DomainException.requirePositive("x on a logarithmic axis", curve.x(i));
                }
                if (y.log()) {
                    DomainException.requirePositive("y on a logarithmic axis", curve.y(i));
                }
            }
        }
    }

    /**
     * An empty figure.
     *
     * @param title the heading
     * @return the figure
     */
    public static Figure titled(String title) {
        return new Figure(title, Axis.PLAIN, Axis.PLAIN, false, Legend.EMPTIEST, List.of());
    }

    /**
     * Names the axes.
     *
     * @param xLabel what x is
     * @param yLabel what y is
     * @return the figure with these labels
     */
    public Figure axes(String xLabel, String yLabel) {
        return new Figure(title, x.withLabel(xLabel), y.withLabel(yLabel), equalAspect, legend, layers);
    }

    /**
     * Makes the horizontal axis logarithmic.
     *
     * @return the figure with that axis
     */
    public Figure logX() {
        return new Figure(title, x.logarithmic(), y, equalAspect, legend, layers);
    }

    /**
     * Makes the vertical axis logarithmic.
     *
     * @return the figure with that axis
     */
    public Figure logY() {
        return new Figure(title, x, y.logarithmic(), equalAspect, legend, layers);
    }

    /**
     * Fixes what the horizontal axis shows.
     *
     * @param low the left end
     * @param high the right end
     * @return the figure with that range
     */
    public Figure xRange(double low, double high) {
        return new Figure(title, x.showing(low, high), y, equalAspect, legend, layers);
    }

    /**
     * Fixes what the vertical axis shows.
     *
     * @param low the lower end
     * @param high the upper end
     * @return the figure with that range
     */
    public Figure yRange(double low, double high) {
        return new Figure(title, x, y.showing(low, high), equalAspect, legend, layers);
    }

    /**
     * Makes a unit as long on both axes.
     *
     * @return the figure with that aspect
     */
    public Figure equalAxes() {
        return new Figure(title, x, y, true, legend, layers);
    }

    /**
     * Places the legend.
     *
     * @param where its place
     * @return the figure with that legend
     */
    public Figure legend(Legend where) {
        return new Figure(title, x, y, equalAspect, where, layers);
    }

    /**
     * Adds any layer.
     *
     * @param layer the layer
     * @return the figure with that layer on top
     */
    public Figure with(Layer layer) {
        return new Figure(
                title,
                x,
                y,
                equalAspect,
                legend,
                Stream.concat(layers.stream(), Stream.of(layer)).toList());
    }

    /**
     * Adds a line through points.
     *
     * @param label its name in the legend
     * @param xs the abscissas
     * @param ys the ordinates
     * @return the figure with the line
     */
    public Figure line(String label, double[] xs, double[] ys) {
        return with(new Layer.Lines(label, List.of(Curve.of(xs, ys)), Layer.Stroke.SOLID));
    }

    /**
     * Adds a dashed line through points.
     *
     * @param label its name in the legend
     * @param xs the abscissas
     * @param ys the ordinates
     * @return the figure with the line
     */
    public Figure dashed(String label, double[] xs, double[] ys) {
        return with(new Layer.Lines(label, List.of(Curve.of(xs, ys)), Layer.Stroke.DASHED));
    }

    /**
     * Adds a grey line to compare with, such as a slope or a bound.
     *
     * @param label its name in the legend
     * @param xs the abscissas
     * @param ys the ordinates
     * @return the figure with the line
     */
    public Figure reference(String label, double[] xs, double[] ys) {
        return with(new Layer.Lines(label, List.of(Curve.of(xs, ys)), Layer.Stroke.REFERENCE));
    }

    /**
     * Adds dots.
     *
     * @param label their name in the legend
     * @param xs the abscissas
     * @param ys the ordinates
     * @return the figure with the dots
     */
    public Figure points(String label, double[] xs, double[] ys) {
        return with(new Layer.Points(label, Curve.of(xs, ys)));
    }

    /**
     * Adds a curve with the area under it filled.
     *
     * @param label its name in the legend
     * @param xs the abscissas
     * @param ys the ordinates
     * @return the figure with the area
     */
    public Figure area(String label, double[] xs, double[] ys) {
        return with(new Layer.Area(label, Curve.of(xs, ys)));
    }

    /**
     * Adds bars over numbers, such as a histogram.
     *
     * @param label their name in the legend
     * @param xs the middles of the bars, increasing
     * @param heights their heights
     * @return the figure with the bars
     */
    public Figure bars(String label, double[] xs, double[] heights) {
        return with(new Layer.Bars(label, Curve.of(xs, heights)));
    }

    /**
     * Adds bars over named categories.
     *
     * @param label their name in the legend
     * @param names the categories, written under the bars
     * @param heights the heights, one for each category
     * @return the figure with the bars
     */
    public Figure bars(String label, List<String> names, double[] heights) {
        double[] xs = new double[names.size()];
        Arrays.setAll(xs, i -> i);
        return new Figure(title, x.withNames(names), y, equalAspect, legend, layers).bars(label, xs, heights);
    }

    /**
     * Adds a field in colours.
     *
     * @param label what the colours mean
     * @param grid the field
     * @return the figure with the field
     */
    public Figure heatMap(String label, Grid grid) {
        return with(new Layer.HeatMap(label, grid));
    }

    /**
     * Adds lines of equal value. Levels that the field does not reach are left out.
     *
     * @param label their name in the legend
     * @param grid the field
     * @param levels the values
     * @return the figure with the lines
     */
    public Figure contours(String label, Grid grid, double... levels) {
        return with(new Layer.Lines(label, Contours.of(grid, levels), Layer.Stroke.SOLID));
    }

    /**
     * Adds a few words beside a point.
     *
     * @param text the words
     * @param atX the abscissa of the point
     * @param atY its ordinate
     * @return the figure with the words
     */
    public Figure note(String text, double atX, double atY) {
        return with(new Layer.Note(text, atX, atY));
    }
}
