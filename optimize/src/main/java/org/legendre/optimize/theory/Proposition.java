package org.legendre.optimize.theory;

import java.util.List;

/** What every theorem carries: the claim, its source and its hypotheses. */
public interface Proposition {
    /**
     * The claim in formulas.
     *
     * @return the statement
     */
    String statement();

    /**
     * Where it is proved.
     *
     * @return author, year and number
     */
    String citation();

    /**
     * What it assumes, in words, in the order in which they are looked at.
     *
     * @return the assumptions
     */
    List<String> assumptions();
}
