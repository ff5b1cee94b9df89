package org.legendre.examples.chapter;

import java.util.List;
import java.util.function.Consumer;

/** A chapter of the atlas. */
public interface Example {
    /**
     * The heading.
     *
     * @return the title
     */
    String title();

    /**
     * What the chapter teaches.
     *
     * @return paragraphs, separated by empty lines; words between backquotes are code
     */
    String prose();

    /**
     * Does the work.
     *
     * @param full true for the long version, false for the quick one; the numbers are the same where both have them
     * @param progress takes a line now and then
     * @return what was found
     */
    Findings work(boolean full, Consumer<String> progress);

    /**
     * The lines of code to show: names of regions between {@code // begin: name} and {@code // end: name} in the class's source.
     *
     * @return the names, in order
     */
    List<String> listings();
}
