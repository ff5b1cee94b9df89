package org.legendre.examples.page;

/** Text as HTML. */
final class Html {
    private Html() {}

    /** Text that means itself, in an element or in a quoted attribute. */
    static String escape(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Escaped prose, in which words between backquotes are code. */
    static String prose(String text) {
        return escape(text).replaceAll("`([^`]+)`", "<code>$1</code>");
    }
}
