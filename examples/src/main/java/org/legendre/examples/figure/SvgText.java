package org.legendre.examples.figure;

import java.util.Locale;

/** Writes SVG elements; text and attribute values are escaped here and nowhere else. */
final class SvgText {
    /** Where text stands relative to its point. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final StringBuilder out = new StringBuilder();

    SvgText(int width, int height) {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
        out.append(" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\"".formatted(width, height, width, height));
        out.append(" font-family=\"sans-serif\" font-size=\"14\">\n");
        element("rect", "width", width, "height", height, "fill", "#FFFFFF");
    }

    /** An empty element with attributes, given as names and values in turn. */
    void element(String name, Object... attributes) {
        open(name, attributes);
        out.insert(out.length() - 2, '/');
    }

    void open(String name, Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String text = value instanceof Double number ? number(number) : escape(value.toString());
            out.append(' ').append(attributes[i]).append("=\"").append(text).append('"');
        }
        out.append(">\n");
    }

    void close(String name) {
        out.append("</").append(name).append(">\n");
    }

    /** A line of text with its base line at y; rotated if asked for. */
    void text(String text, double x, double y, Anchor anchor, String colour, double degrees, int size) {
        if (text.isEmpty()) {
            return;
        }
        out.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append('"');
        out.append(" text-anchor=\"")
                .append(anchor.name().toLowerCase(Locale.ROOT))
                .append('"');
        out.append(" fill=\"").append(colour).append('"');
        if (size != 14) {
            out.append(" font-size=\"").append(size).append('"');
        }
        if (degrees != 0) {
            out.append(" transform=\"rotate(%s %s %s)\"".formatted(number(degrees), number(x), number(y)));
        }
        out.append('>').append(escape(text)).append("</text>\n");
    }

    /** The finished document. */
    String end() {
        return out + "</svg>\n";
    }

    /** A number of pixels to a hundredth, always with a decimal point. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    /** Characters that mean something to XML are replaced, those that XML forbids become blanks. */
    static String escape(String text) {
        return text.replaceAll("[\\p{Cntrl}\uFFFE\uFFFF]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A guess at the width of text set in an unknown sans-serif font of size 14. */
    static double width(String text) {
        return 7.8
                * text.codePoints()
                        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                        .count();
    }
}
