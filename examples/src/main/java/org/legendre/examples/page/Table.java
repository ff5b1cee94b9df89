package org.legendre.examples.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.legendre.geometry.DomainException;

/**
 * A table of words and numbers for the console and for a page; immutable. Numbers stand to the right.
 *
 * @param header the names of the columns
 * @param rows the cells, as many in each row as there are columns
 */
public record Table(List<String> header, List<List<String>> rows) {
    private static final Pattern NUMBER = Pattern.compile("[-−+]?(∞|\\d[\\d.,\u202F]*([eE][-+]?\\d+)?)( ?%)?|–|");

    /**
     * Checks the lengths.
     *
     * @param header the names of the columns
     * @param rows the cells
     * @throws DomainException if a row has more or fewer cells than there are columns
     */
    public Table {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new DomainException("row", row, header.size() + " cells");
            }
        }
    }

    /**
     * A table without rows.
     *
     * @param header the names of the columns
     * @return the table
     */
    public static Table of(String... header) {
        return new Table(List.of(header), List.of());
    }

    /**
     * Adds a row. Numbers that are not whole are printed with six significant digits: format them first to print others.
     *
     * @param cells the cells: strings, numbers or anything with a {@code toString}
     * @return the table with that row
     */
    public Table row(Object... cells) {
        List<String> row = Arrays.stream(cells).map(Table::print).toList();
        return new Table(header, Stream.concat(rows.stream(), Stream.of(row)).toList());
    }

    private static String print(Object cell) {
        if (!(cell instanceof Double number)) {
            return String.valueOf(cell);
        }
        if (number.isInfinite()) {
            return number > 0 ? "∞" : "-∞";
        }
        double size = Math.abs(number);
        if (size != 0 && (size < 1e-4 || size >= 1e7)) {
            return String.format(Locale.ROOT, "%.5e", number);
        }
        int digits = size == 0 ? 0 : Math.max(0, 5 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + Math.min(digits, 8) + "f", number);
    }

    private boolean numeric(int column) {
        return !rows.isEmpty()
                && rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    }

    /**
     * The table for a console with a font of fixed width.
     *
     * @return lines of equal width, each ended
     */
    public String toText() {
        List<Integer> widths = new ArrayList<>();
        for (int c = 0; c < header.size(); c++) {
            int column = c;
            widths.add(Stream.concat(Stream.of(header), rows.stream())
                    .mapToInt(row -> width(row.get(column)))
                    .max()
                    .orElse(0));
        }
        String rule = widths.stream().map(w -> "─".repeat(w + 2)).collect(Collectors.joining("┼")) + "\n";
        return line(header, widths)
                + rule
                + rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < row.size(); c++) {
            String blanks = " ".repeat(widths.get(c) - width(row.get(c)));
            line.append(c == 0 ? " " : "│ ")
                    .append(numeric(c) ? blanks + row.get(c) : row.get(c) + blanks)
                    .append(' ');
        }
        return line.append('\n').toString();
    }

    /** How many cells of a console a text takes: combining marks (as in ψ̂) take none. */
    private static int width(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }

    /**
     * The table for a page.
     *
     * @return a {@code table} element
     */
    public String toHtml() {
        StringBuilder html = new StringBuilder("<div class=\"table\"><table>\n<thead>");
        row(html, header, "th");
        html.append("</thead>\n<tbody>\n");
        rows.forEach(row -> row(html, row, "td"));
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    private void row(StringBuilder html, List<String> row, String element) {
        html.append("<tr>");
        for (int c = 0; c < row.size(); c++) {
            String text = numeric(c) && element.equals("td") ? row.get(c).replace('-', '−') : row.get(c);
            html.append('<').append(element).append(numeric(c) ? " class=\"number\">" : ">");
            html.append(Html.escape(text)).append("</").append(element).append('>');
        }
        html.append("</tr>\n");
    }
}
