package org.legendre.examples.chapter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.legendre.examples.figure.Figure;
import org.legendre.examples.figure.Panels;
import org.legendre.examples.page.Table;

/**
 * What a chapter found: its numbers and its pictures; immutable.
 *
 * @param numbers every number that the chapter prints, in order
 * @param pictures every picture, in order
 */
public record Findings(List<Finding> numbers, List<Picture> pictures) {
    /** Nothing yet. */
    public static final Findings NONE = new Findings(List.of(), List.of());

    /**
     * A number with its name.
     *
     * @param what the quantity, unique in its chapter
     * @param value the value
     * @param unit the unit, such as {@code "nats"}; empty for a pure number
     */
    public record Finding(String what, double value, String unit) {}

    /**
     * A picture.
     *
     * @param name the name of its file, without the ending
     * @param panels what to draw
     * @param caption what it shows
     */
    public record Picture(String name, Panels panels, String caption) {}

    /**
     * Copies the lists.
     *
     * @param numbers the numbers
     * @param pictures the pictures
     */
    public Findings {
        numbers = List.copyOf(numbers);
        pictures = List.copyOf(pictures);
    }

    /**
     * Adds a number.
     *
     * @param what the quantity
     * @param value the value
     * @param unit the unit
     * @return these findings and that number
     */
    public Findings number(String what, double value, String unit) {
        return new Findings(append(numbers, new Finding(what, value, unit)), pictures);
    }

    /**
     * Adds a picture.
     *
     * @param name the name of its file, without the ending
     * @param caption what it shows
     * @param figures the figures, side by side
     * @return these findings and that picture
     */
    public Findings picture(String name, String caption, Figure... figures) {
        return new Findings(numbers, append(pictures, new Picture(name, Panels.of(figures), caption)));
    }

    /**
     * The numbers as a table.
     *
     * @return quantity, value, unit
     */
    public Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (Finding finding : numbers) {
            rows.add(List.of(finding.what(), Numbers.print(finding.value()), finding.unit()));
        }
        return new Table(List.of("quantity", "value", "unit"), rows);
    }

    private static <E> List<E> append(List<E> list, E element) {
        return Stream.concat(list.stream(), Stream.of(element)).toList();
    }
}
