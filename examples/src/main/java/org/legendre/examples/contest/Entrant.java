package org.legendre.examples.contest;

import org.legendre.geometry.Differential;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Descent;

/**
 * A method in the contest.
 *
 * @param name its name
 * @param method the method on the objective of its problem
 * @param steps after how many steps to give up
 */
record Entrant(String name, Descent<Weights, Differential<Weights>> method, int steps) {}
