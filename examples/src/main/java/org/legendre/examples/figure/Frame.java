package org.legendre.examples.figure;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What both renderers have to agree on: the ranges, the marks, the corner of the legend, the places of bars and notes.
 *
 * @param upright whether the names of the categories are too long to stand side by side
 */
record Frame(Figure figure, Range x, Range y, Ticks xTicks, Ticks yTicks, Legend corner, boolean upright) {
    private static final double MARGIN = 0.04;
    private static final int SAMPLES = 64;

    static Frame of(Figure figure, int width, int height) {
        boolean field = Palette.hasField(figure);
        boolean tight = field || figure.layers().stream().noneMatch(Layer.Points.class::isInstance);
        Range x = figure.x().range().orElseGet(() -> fit(figure, true, tight ? 0 : MARGIN));
        Range y = figure.y().range().orElseGet(() -> fit(figure, false, field ? 0 : MARGIN));
        List<String> names = figure.x().names();
        boolean upright = !names.isEmpty() && widest(names) > (width - 90.0) / names.size();
        List<Layer> named = figure.layers().stream().filter(Frame::inLegend).toList();
        Legend corner = named.isEmpty() ? Legend.NONE : figure.legend();
        if (corner == Legend.EMPTIEST) {
            double wide = (80 + widest(named.stream().map(Layer::label).toList())) / (width - 90);
            double high = (30.0 + 20 * named.size()) / (height - 110 - (upright ? widest(names) : 0));
            corner = emptiest(figure, x, y, wide, high);
            boolean free = figure.y().range().isEmpty() && !field && corner.top();
            if (free && hidden(figure, x, y, corner, wide, high) > 0) {
                y = withRoomAbove(figure.y(), y, high);
            }
        }
        return new Frame(figure, x, y, Ticks.of(figure.x(), x, 7), Ticks.of(figure.y(), y, 6), corner, upright);
    }

    private static double widest(List<String> texts) {
        return texts.stream().mapToDouble(SvgText::width).max().orElse(0);
    }

    static boolean inLegend(Layer layer) {
        return !layer.label().isEmpty() && !(layer instanceof Layer.HeatMap);
    }

    /** The range of the data, with a margin except at the base line of bars and areas. */
    private static Range fit(Figure figure, boolean horizontal, double margin) {
        boolean log = horizontal ? figure.x().log() : figure.y().log();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves(figure)) {
            for (int i = 0; i < curve.size(); i++) {
                double t = horizontal ? curve.x(i) : curve.y(i);
                low = Math.min(low, t);
                high = Math.max(high, t);
            }
        }
        boolean based = !horizontal
                && figure.layers().stream().anyMatch(l -> l instanceof Layer.Area || l instanceof Layer.Bars);
        if (log) {
            double factor = low == high ? 10 : Math.pow(high / low, margin);
            return new Range(low / factor, high * factor);
        }
        double pad = low == high ? Math.max(1, Math.abs(low) / 10) : margin * (high - low);
        return new Range(based && low == 0 ? 0 : low - pad, based && high == 0 ? 0 : high + pad);
    }

    private static List<Curve> curves(Figure figure) {
        return figure.layers().stream()
                .flatMap(layer -> layer.extent().stream())
                .toList();
    }

    /** The place where a legend of this size hides least; ties go to the upper right. */
    private static Legend emptiest(Figure figure, Range x, Range y, double wide, double high) {
        return Stream.of(
                        Legend.TOP_RIGHT,
                        Legend.TOP_LEFT,
                        Legend.BOTTOM_RIGHT,
                        Legend.BOTTOM_LEFT,
                        Legend.TOP,
                        Legend.BOTTOM)
                .min(Comparator.comparingDouble(corner -> hidden(figure, x, y, corner, wide, high)))
                .orElseThrow();
    }

    /** How much a legend hides: the sum over the curves of the part of them that lies behind it. */
    private static double hidden(Figure figure, Range x, Range y, Legend corner, double wide, double high) {
        double hidden = 0;
        for (Layer layer : figure.layers()) {
            boolean filled = layer instanceof Layer.Area || layer instanceof Layer.Bars;
            double half = layer instanceof Layer.Bars bars ? bars.width() / 2 / x.length() : 0;
            boolean joined = layer instanceof Layer.Lines || layer instanceof Layer.Area;
            for (Curve curve : layer instanceof Layer.HeatMap ? List.<Curve>of() : layer.extent()) {
                int pieces = joined ? 1 + SAMPLES / curve.size() : 1;
                int inside = 0;
                for (int i = 0; i < curve.size(); i++) {
                    int next = Math.min(i + 1, curve.size() - 1);
                    for (int k = 0; k < pieces; k++) {
                        double t = (double) k / pieces;
                        double u = mix(figure.x(), x, curve.x(i), curve.x(next), t);
                        double v = mix(figure.y(), y, curve.y(i), curve.y(next), t);
                        boolean beside = corner.centred()
                                ? Math.abs(u - 0.5) - half < wide / 2
                                : corner.left() ? u - half < wide : u + half > 1 - wide;
                        boolean level = corner.top() ? v > 1 - high : filled || v < high;
                        inside += beside && level ? 1 : 0;
                    }
                }
                hidden += (double) inside / (curve.size() * pieces);
            }
        }
        return hidden;
    }

    private static double mix(Axis axis, Range range, double from, double to, double t) {
        return (1 - t) * place(axis, range, from) + t * place(axis, range, to);
    }

    private static Range withRoomAbove(Axis axis, Range range, double part) {
        double stretch = 1 / (1 - part);
        return new Range(
                range.low(),
                axis.log()
                        ? range.low() * Math.pow(range.high() / range.low(), stretch)
                        : range.low() + range.length() * stretch);
    }

    /** Where a number lies on its axis: 0 at the low end, 1 at the high one. */
    static double place(Axis axis, Range range, double t) {
        return axis.log()
                ? Math.log(t / range.low()) / Math.log(range.high() / range.low())
                : (t - range.low()) / range.length();
    }

    double placeX(double t) {
        return place(figure.x(), x, t);
    }

    double placeY(double t) {
        return place(figure.y(), y, t);
    }

    /** The left edge of a layer's bar relative to the middle of its group. */
    double barLeft(Layer.Bars bars) {
        return -bars.width() / 2 + barLayers().indexOf(bars) * barWidth(bars);
    }

    double barWidth(Layer.Bars bars) {
        return bars.width() / barLayers().size();
    }

    private List<Layer> barLayers() {
        return figure.layers().stream().filter(Layer.Bars.class::isInstance).toList();
    }

    /** Whether a note stands left of its point, so that it stays inside. */
    boolean leftOfPoint(Layer.Note note) {
        return placeX(note.x()) > 0.6;
    }
}
