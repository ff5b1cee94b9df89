package org.legendre.examples.figure;

import java.util.List;
import java.util.Optional;

/** Draws one figure into a rectangle of an SVG document: axes first, then the layers, then the legend. */
final class SvgPanel {
    private static final int LINE = 19;

    private final SvgText svg;
    private final Frame frame;
    private final String id;
    private double left;
    private double right;
    private double top;
    private double bottom;

    SvgPanel(SvgText svg, Frame frame, String id) {
        this.svg = svg;
        this.frame = frame;
        this.id = id;
    }

    void draw(double x, double y, double width, double height) {
        Figure figure = frame.figure();
        double marks = frame.yTicks().marks().stream()
                .mapToDouble(mark -> SvgText.width(mark.text()))
                .max()
                .orElse(0);
        left = x + 20 + marks + (figure.y().label().isEmpty() ? 0 : 24);
        right = x + width - 24;
        top = y + (figure.title().isEmpty() ? 16 : 42);
        bottom = y + height - 32 - (figure.x().label().isEmpty() ? 0 : 22) - namesHeight();
        Optional<Layer.HeatMap> field = figure.layers().stream()
                .filter(Layer.HeatMap.class::isInstance)
                .map(Layer.HeatMap.class::cast)
                .findFirst();
        if (field.isPresent()) {
            right -= SvgField.barWidth(field.get());
        }
        if (figure.equalAspect()) {
            makeEqual();
        }
        axes();
        svg.open("clipPath", "id", id);
        svg.element("rect", "x", left, "y", top, "width", right - left, "height", bottom - top);
        svg.close("clipPath");
        svg.open("g", "clip-path", "url(#" + id + ")");
        List<String> colours = Palette.of(figure);
        for (int i = 0; i < colours.size(); i++) {
            new SvgLayer(svg, this, colours.get(i)).draw(figure.layers().get(i));
        }
        svg.close("g");
        field.ifPresent(map -> SvgField.bar(svg, map, right + 14, top, bottom));
        border();
        legend(colours);
    }

    Frame frame() {
        return frame;
    }

    double px(double t) {
        return left + frame.placeX(t) * (right - left);
    }

    double py(double t) {
        return bottom - frame.placeY(t) * (bottom - top);
    }

    /** What upright names of categories need below a line of text. */
    private double namesHeight() {
        double widest = frame.figure().x().names().stream()
                .mapToDouble(SvgText::width)
                .max()
                .orElse(0);
        return frame.upright() ? Math.max(0, widest - 10) : 0;
    }

    private void makeEqual() {
        double scale = Math.min(
                (right - left) / frame.x().length(), (bottom - top) / frame.y().length());
        double spareWidth = right - left - scale * frame.x().length();
        double spareHeight = bottom - top - scale * frame.y().length();
        left += spareWidth / 2;
        right -= spareWidth / 2;
        top += spareHeight / 2;
        bottom -= spareHeight / 2;
    }

    private void axes() {
        Figure figure = frame.figure();
        double middle = (left + right) / 2;
        svg.text(figure.title(), middle, top - 16, SvgText.Anchor.MIDDLE, Palette.INK, 0, 16);
        double below = bottom + 42 + namesHeight();
        svg.text(figure.x().label(), middle, below, SvgText.Anchor.MIDDLE, Palette.INK, 0, 14);
        double marks = frame.yTicks().marks().stream()
                .mapToDouble(mark -> SvgText.width(mark.text()))
                .max()
                .orElse(0);
        double beside = left - marks - 20;
        svg.text(figure.y().label(), beside, (top + bottom) / 2, SvgText.Anchor.MIDDLE, Palette.INK, -90, 14);
        for (Ticks.Mark mark : frame.xTicks().marks()) {
            double at = px(mark.at());
            if (figure.x().names().isEmpty()) {
                svg.element("path", "d", path(at, top, at, bottom), "stroke", Palette.GRID);
            }
            svg.element("path", "d", path(at, bottom, at, bottom + 5), "stroke", Palette.INK);
            if (frame.upright()) {
                svg.text(mark.text(), at + 5, bottom + 9, SvgText.Anchor.END, Palette.INK, -90, 14);
            } else {
                svg.text(mark.text(), at, bottom + 20, SvgText.Anchor.MIDDLE, Palette.INK, 0, 14);
            }
        }
        for (Ticks.Mark mark : frame.yTicks().marks()) {
            double at = py(mark.at());
            svg.element("path", "d", path(left, at, right, at), "stroke", Palette.GRID);
            svg.element("path", "d", path(left - 5, at, left, at), "stroke", Palette.INK);
            svg.text(mark.text(), left - 9, at + 5, SvgText.Anchor.END, Palette.INK, 0, 14);
        }
    }

    private void border() {
        String corner = path(left, top, left, bottom) + " L" + SvgText.number(right) + " " + SvgText.number(bottom);
        svg.element("path", "d", corner, "fill", "none", "stroke", Palette.INK);
    }

    private static String path(double x1, double y1, double x2, double y2) {
        return "M" + SvgText.number(x1) + " " + SvgText.number(y1) + " L" + SvgText.number(x2) + " "
                + SvgText.number(y2);
    }

    private void legend(List<String> colours) {
        Figure figure = frame.figure();
        List<Layer> named = figure.layers().stream().filter(Frame::inLegend).toList();
        if (frame.corner() == Legend.NONE) {
            return;
        }
        double width = 52
                + named.stream()
                        .mapToDouble(layer -> SvgText.width(layer.label()))
                        .max()
                        .orElse(0);
        double height = 8 + (double) LINE * named.size();
        double x = frame.corner().centred()
                ? (left + right - width) / 2
                : frame.corner().left() ? left + 10 : right - width - 6;
        double y = frame.corner().top() ? top + 6 : bottom - height - 8;
        svg.element(
                "rect",
                "x",
                x,
                "y",
                y,
                "width",
                width,
                "height",
                height,
                "rx",
                4,
                "fill",
                Palette.paper(figure),
                "fill-opacity",
                "0.85");
        double line = y + 4 + LINE / 2.0;
        for (int i = 0; i < colours.size(); i++) {
            Layer layer = figure.layers().get(i);
            if (Frame.inLegend(layer)) {
                new SvgLayer(svg, this, colours.get(i)).sample(layer, x + 8, line);
                svg.text(layer.label(), x + 44, line + 5, SvgText.Anchor.START, Palette.ink(figure), 0, 14);
                line += LINE;
            }
        }
    }
}
