package org.legendre.examples.figure;

import java.nio.file.Path;

/** Something that draws: {@link Gnuplot} or {@link SvgPlot}. Safe for use by several threads. */
public interface Drawing {
    /**
     * Who draws, in words for the reader of the output.
     *
     * @return the name of the renderer, with its version
     */
    String name();

    /**
     * Draws several figures into one picture.
     *
     * @param panels the figures
     * @param file the SVG file to write, replaced if it exists; its directory is created
     * @return the file
     * @throws DrawingException if the picture could not be drawn
     */
    Path draw(Panels panels, Path file);

    /**
     * Draws a figure.
     *
     * @param figure the figure
     * @param file the SVG file to write, replaced if it exists; its directory is created
     * @return the file
     * @throws DrawingException if the picture could not be drawn
     */
    default Path draw(Figure figure, Path file) {
        return draw(Panels.of(figure), file);
    }

    /**
     * Gnuplot where it is installed and not disabled by {@code -Dlegendre.gnuplot=none}, else the embedded renderer.
     *
     * @return the best renderer of this machine
     */
    static Drawing best() {
        return Gnuplot.find().<Drawing>map(gnuplot -> gnuplot).orElseGet(SvgPlot::new);
    }
}
