package org.legendre.examples.figure;

import java.util.List;
import org.legendre.geometry.DomainException;

/**
 * Several figures in one picture, in rows of at most three.
 *
 * @param figures the figures, from left to right and then downwards
 */
public record Panels(List<Figure> figures) {
    /**
     * Checks that there is something to draw.
     *
     * @param figures the figures
     * @throws DomainException if there is no figure, or one is empty
     */
    public Panels {
        figures = List.copyOf(figures);
        if (figures.isEmpty()) {
            throw new DomainException("figures", figures, "at least one");
        }
        for (Figure figure : figures) {
            if (figure.layers().stream().allMatch(layer -> layer.extent().isEmpty())) {
                throw new DomainException("figure", figure.title(), "a figure that shows something");
            }
        }
    }

    /**
     * Figures side by side.
     *
     * @param figures the figures
     * @return the picture of all of them
     */
    public static Panels of(Figure... figures) {
        return new Panels(List.of(figures));
    }

    /** The ranges and places of one panel. */
    Frame frame(int i) {
        return Frame.of(figures.get(i), panelWidth(), panelHeight());
    }

    int columns() {
        return figures.size() == 4 ? 2 : Math.min(figures.size(), 3);
    }

    int rows() {
        return (figures.size() + columns() - 1) / columns();
    }

    /** The width of one panel in pixels. */
    int panelWidth() {
        return columns() == 1 ? 720 : columns() == 2 ? 480 : 400;
    }

    /** The height of one panel in pixels. */
    int panelHeight() {
        return columns() == 1 ? 440 : columns() == 2 ? 400 : 360;
    }

    int width() {
        return columns() * panelWidth();
    }

    int height() {
        return rows() * panelHeight();
    }
}
