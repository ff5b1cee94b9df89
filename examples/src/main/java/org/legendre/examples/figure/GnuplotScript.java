package org.legendre.examples.figure;

import com.panayotis.gnuplot.GNUPlotParameters;
import com.panayotis.gnuplot.JavaPlot;
import com.panayotis.gnuplot.plot.Graph;
import com.panayotis.gnuplot.terminal.CustomTerminal;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * The gnuplot script of a picture, built by JavaPlot.
 *
 * <p>JavaPlot passes text on unescaped, and gnuplot runs what stands between backquotes as a shell command, even in double
 * quotes. So all text goes through {@link #quoted}, and the terminal is set to {@code noenhanced}: no markup either.
 */
final class GnuplotScript {
    /** The file that the script writes, in the directory where gnuplot runs. */
    static final String OUTPUT = "figure.svg";

    /** JavaPlot keeps static state that is not safe for threads. */
    private static final Object JAVAPLOT = new Object();

    private GnuplotScript() {}

    static String of(Panels panels, Path executable) {
        synchronized (JAVAPLOT) {
            return build(panels, executable);
        }
    }

    /** Text in single quotes, where gnuplot substitutes nothing; a quote is doubled, a line end is a blank. */
    static String quoted(String text) {
        return "'" + text.replaceAll("\\p{Cntrl}", " ").replace("'", "''") + "'";
    }

    private static String build(Panels panels, Path executable) {
        String terminal = "svg noenhanced size " + panels.width() + "," + panels.height()
                + " font 'sans-serif,14' background '#FFFFFF'";
        JavaPlot plot =
                new JavaPlot(new GNUPlotParameters(false), executable.toString(), new CustomTerminal(terminal, OUTPUT));
        plot.getPreInit().add("set encoding utf8");
        for (int i = 0; i < panels.figures().size(); i++) {
            if (i > 0) {
                plot.newGraph();
            }
            double width = 1.0 / panels.columns();
            double height = 1.0 / panels.rows();
            int row = i / panels.columns();
            Graph graph = plot.getPage().get(i);
            graph.setMetrics(
                    (float) (i % panels.columns() * width), (float) (1 - (row + 1) * height), (float) width, (float)
                            height);
            Frame frame = panels.frame(i);
            settings(graph, frame);
            GnuplotLayers.add(plot, frame);
        }
        return plot.getCommands();
    }

    private static void settings(Graph graph, Frame frame) {
        Figure figure = frame.figure();
        String ink = "rgb '" + Palette.INK + "'";
        // JavaPlot has no place for "reset", which undoes the settings of the panel before: it rides on a setting.
        StringBuilder lines = new StringBuilder("utf8\nreset\nset border 3 lw 1 lc " + ink);
        put(lines, "title " + quoted(figure.title()) + " font ',16' offset 0,-0.3 tc " + ink);
        put(lines, "xlabel " + quoted(figure.x().label()) + " offset 0,0.5 tc " + ink);
        put(lines, "ylabel " + quoted(figure.y().label()) + " tc " + ink);
        put(
                lines,
                "grid " + (figure.x().names().isEmpty() ? "xtics " : "noxtics ") + "ytics lt 1 lw 1 lc rgb '"
                        + Palette.GRID + "' back");
        put(lines, "xrange " + range(frame.x()) + " noextend");
        put(lines, "yrange " + range(frame.y()) + " noextend");
        if (figure.x().log()) {
            put(lines, "logscale x 10");
        }
        if (figure.y().log()) {
            put(lines, "logscale y 10");
        }
        put(
                lines,
                "xtics nomirror out scale 0.5 " + (frame.upright() ? "rotate by 90 right " : "")
                        + marks(frame.xTicks()));
        put(lines, "ytics nomirror out scale 0.5 " + marks(frame.yTicks()));
        put(lines, key(frame));
        if (figure.equalAspect()) {
            put(lines, "size ratio -1");
        }
        for (Layer layer : figure.layers()) {
            if (layer instanceof Layer.Note note) {
                put(
                        lines,
                        "label " + quoted(note.text()) + " at " + note.x() + "," + note.y()
                                + (frame.leftOfPoint(note) ? " right offset -0.8,0" : " left offset 0.8,0")
                                + " front tc rgb '" + Palette.ink(figure) + "'");
            } else if (layer instanceof Layer.HeatMap map) {
                put(lines, "palette defined (" + palette() + ")");
                Range values = map.grid().values();
                put(lines, "cbrange " + range(values));
                Ticks ticks = Ticks.of(Axis.PLAIN, values, 6);
                int longest = ticks.marks().stream()
                        .mapToInt(m -> m.text().length())
                        .max()
                        .orElse(0);
                put(lines, "cblabel " + quoted(map.label()) + " offset " + longest + ",0 tc " + ink);
                put(lines, "cbtics scale 0.5 " + marks(ticks));
            }
        }
        graph.getAxis("x").set("encoding", lines.toString());
    }

    private static void put(StringBuilder lines, String setting) {
        lines.append("\nset ").append(setting);
    }

    private static String key(Frame frame) {
        Legend corner = frame.corner();
        if (corner == Legend.NONE) {
            return "key off";
        }
        Figure figure = frame.figure();
        return "key inside " + (corner.top() ? "top " : "bottom ")
                + (corner.centred() ? "center" : corner.left() ? "left" : "right")
                + " reverse Left samplen 2 spacing 1.05 height 0.3 opaque fillcolor rgb '"
                + Palette.paper(figure).replace("#", "#26") + "' textcolor rgb '" + Palette.ink(figure) + "'";
    }

    private static String range(Range range) {
        return "[" + range.low() + ":" + range.high() + "]";
    }

    private static String marks(Ticks ticks) {
        return ticks.marks().stream()
                .map(mark -> quoted(mark.text()) + " " + mark.at())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String palette() {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < Palette.FIELD.size(); i++) {
            steps.append(i == 0 ? "" : ", ")
                    .append(i)
                    .append(" '")
                    .append(Palette.FIELD.get(i))
                    .append("'");
        }
        return steps.toString();
    }
}
