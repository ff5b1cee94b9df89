package org.legendre.examples.figure;

/** Draws the layers of a figure in one colour, in the pixels of its panel, and their samples in the legend. */
final class SvgLayer {
    private final SvgText svg;
    private final SvgPanel panel;
    private final String colour;

    SvgLayer(SvgText svg, SvgPanel panel, String colour) {
        this.svg = svg;
        this.panel = panel;
        this.colour = colour;
    }

    void draw(Layer layer) {
        if (layer instanceof Layer.Lines lines) {
            lines.curves().forEach(curve -> stroke(path(curve), lines.stroke()));
        } else if (layer instanceof Layer.Points points) {
            Curve curve = points.curve();
            for (int i = 0; i < curve.size(); i++) {
                dot(panel.px(curve.x(i)), panel.py(curve.y(i)));
            }
        } else if (layer instanceof Layer.Area area) {
            area(area.curve());
        } else if (layer instanceof Layer.Bars bars) {
            bars(bars);
        } else if (layer instanceof Layer.HeatMap map) {
            SvgField.image(svg, map.grid(), panel);
        } else if (layer instanceof Layer.Note note) {
            boolean before = panel.frame().leftOfPoint(note);
            svg.text(
                    note.text(),
                    panel.px(note.x()) + (before ? -8 : 8),
                    panel.py(note.y()) + 5,
                    before ? SvgText.Anchor.END : SvgText.Anchor.START,
                    colour,
                    0,
                    14);
        }
    }

    /** The layer's entry in the legend, 28 pixels wide. */
    void sample(Layer layer, double x, double y) {
        String line = "M" + at(x, y) + " L" + at(x + 28, y);
        if (layer instanceof Layer.Lines lines) {
            stroke(line, lines.stroke());
        } else if (layer instanceof Layer.Points) {
            dot(x + 14, y);
        } else if (layer instanceof Layer.Bars) {
            svg.element("rect", "x", x, "y", y - 5, "width", 28, "height", 10, "fill", colour);
        } else {
            svg.element("rect", "x", x, "y", y, "width", 28, "height", 6, "fill", colour, "fill-opacity", "0.2");
            stroke(line, Layer.Stroke.SOLID);
        }
    }

    private void stroke(String path, Layer.Stroke stroke) {
        String dashes = switch (stroke) {
            case SOLID -> "none";
            case DASHED -> "8 5";
            case REFERENCE -> "3 3";
        };
        svg.element(
                "path",
                "d",
                path,
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                stroke == Layer.Stroke.REFERENCE ? "1.3" : "2",
                "stroke-dasharray",
                dashes,
                "stroke-linejoin",
                "round");
    }

    private void dot(double x, double y) {
        svg.element("circle", "cx", x, "cy", y, "r", "3.2", "fill", colour);
    }

    private void area(Curve curve) {
        String line = path(curve);
        String under = line + " L" + at(panel.px(curve.x(curve.size() - 1)), panel.py(0)) + " L"
                + at(panel.px(curve.x(0)), panel.py(0)) + " Z";
        svg.element("path", "d", under, "fill", colour, "fill-opacity", "0.2");
        stroke(line, Layer.Stroke.SOLID);
    }

    private void bars(Layer.Bars bars) {
        Curve curve = bars.curve();
        double from = panel.frame().barLeft(bars);
        double width = panel.frame().barWidth(bars);
        for (int i = 0; i < curve.size(); i++) {
            double x = panel.px(curve.x(i) + from);
            double end = panel.px(curve.x(i) + from + width);
            double high = panel.py(Math.max(0, curve.y(i)));
            double low = panel.py(Math.min(0, curve.y(i)));
            svg.element("rect", "x", x, "y", high, "width", end - x, "height", low - high, "fill", colour);
        }
    }

    private String path(Curve curve) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < curve.size(); i++) {
            path.append(i == 0 ? "M" : " L").append(at(panel.px(curve.x(i)), panel.py(curve.y(i))));
        }
        return path.toString();
    }

    private static String at(double x, double y) {
        return SvgText.number(x) + " " + SvgText.number(y);
    }
}
