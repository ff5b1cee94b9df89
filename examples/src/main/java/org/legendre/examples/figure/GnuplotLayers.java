package org.legendre.examples.figure;

import com.panayotis.gnuplot.JavaPlot;
import com.panayotis.gnuplot.plot.DataSetPlot;
import java.util.List;

/** The layers of a figure as plots of JavaPlot, their data included in the script. */
final class GnuplotLayers {
    private GnuplotLayers() {}

    static void add(JavaPlot plot, Frame frame) {
        List<String> colours = Palette.of(frame.figure());
        for (int i = 0; i < colours.size(); i++) {
            Layer layer = frame.figure().layers().get(i);
            String colour = " lc rgb '" + colours.get(i) + "'";
            if (layer instanceof Layer.Lines lines) {
                String label = lines.label();
                for (Curve curve : lines.curves()) {
                    add(plot, pairs(curve), "lines" + stroke(lines.stroke()) + colour, label);
                    label = "";
                }
            } else if (layer instanceof Layer.Points points) {
                add(plot, pairs(points.curve()), "points pt 7 ps 0.5" + colour, points.label());
            } else if (layer instanceof Layer.Area area) {
                double[][] data = pairs(area.curve());
                add(plot, data, "filledcurves y=0 fs transparent solid 0.2 noborder" + colour, "");
                add(plot, data, "lines lw 2" + colour, area.label());
            } else if (layer instanceof Layer.Bars bars) {
                add(plot, boxes(frame, bars), "boxes fs solid 1 noborder" + colour, bars.label());
            } else if (layer instanceof Layer.HeatMap map) {
                add(plot, triples(map.grid()), "image", "");
            }
        }
        // Notes are labels, which gnuplot draws only beside some plot.
        add(plot, new double[][] {{frame.x().low(), frame.y().low()}}, "dots lc rgb '#FFFFFF'", "");
    }

    private static String stroke(Layer.Stroke stroke) {
        return switch (stroke) {
            case SOLID -> " lw 2";
            case DASHED -> " lw 2 dt (8,5)";
            case REFERENCE -> " lw 1.3 dt (3,3)";
        };
    }

    private static void add(JavaPlot plot, double[][] data, String with, String label) {
        DataSetPlot set = new DataSetPlot(data);
        set.set("with", with);
        set.set("title", GnuplotScript.quoted(label)); // an empty title is not in the key
        plot.addPlot(set);
    }

    private static double[][] pairs(Curve curve) {
        double[][] data = new double[curve.size()][];
        for (int i = 0; i < data.length; i++) {
            data[i] = new double[] {curve.x(i), curve.y(i)};
        }
        return data;
    }

    private static double[][] boxes(Frame frame, Layer.Bars bars) {
        double[][] data = pairs(bars.curve());
        double width = frame.barWidth(bars);
        for (int i = 0; i < data.length; i++) {
            data[i] = new double[] {data[i][0] + frame.barLeft(bars) + width / 2, data[i][1], width};
        }
        return data;
    }

    private static double[][] triples(Grid grid) {
        double[][] data = new double[grid.columns() * grid.rows()][];
        for (int k = 0; k < data.length; k++) {
            int i = k % grid.columns();
            int j = k / grid.columns();
            data[k] = new double[] {grid.x(i), grid.y(j), grid.z(i, j)};
        }
        return data;
    }
}
