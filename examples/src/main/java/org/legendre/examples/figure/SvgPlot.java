package org.legendre.examples.figure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Draws with the JDK alone, on machines without gnuplot: the figure is written down as SVG text.
 *
 * <p>No font is loaded and no window system touched, so that it works on a headless JDK without fonts, where Java2D's text fails.
 */
public final class SvgPlot implements Drawing {
    /** A renderer without state. */
    public SvgPlot() {}

    @Override
    public String name() {
        return "the embedded SVG renderer";
    }

    @Override
    public Path draw(Panels panels, Path file) {
        try {
            Path target = file.toAbsolutePath();
            Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(target));
            Files.writeString(target, svg(panels), StandardCharsets.UTF_8);
            return file;
        } catch (IOException e) {
            throw new DrawingException("the picture could not be written: " + e, e);
        }
    }

    /**
     * The picture as SVG text.
     *
     * @param panels the figures
     * @return an SVG document
     */
    public String svg(Panels panels) {
        SvgText svg = new SvgText(panels.width(), panels.height());
        for (int i = 0; i < panels.figures().size(); i++) {
            int row = i / panels.columns();
            int left = i % panels.columns() * panels.panelWidth();
            SvgPanel panel = new SvgPanel(svg, panels.frame(i), "plot" + i);
            panel.draw(left, row * panels.panelHeight(), panels.panelWidth(), panels.panelHeight());
        }
        return svg.end();
    }
}
