package org.legendre.examples.figure;

import java.util.List;
import org.legendre.geometry.DomainException;

/** One thing to see in a figure. Later layers lie above earlier ones; a layer without a label is not in the legend. */
public sealed interface Layer {
    /**
     * The name in the legend.
     *
     * @return the name, empty if it has none
     */
    String label();

    /**
     * The points that an axis without a given range has to show.
     *
     * @return the points
     */
    List<Curve> extent();

    /** How a line is drawn. */
    enum Stroke {
        /** In one piece. */
        SOLID,
        /** In dashes. */
        DASHED,
        /** In fine grey dashes: something to compare with, such as a slope. */
        REFERENCE
    }

    /**
     * Polygonal lines of one colour.
     *
     * @param label the name in the legend
     * @param curves the lines
     * @param stroke how they are drawn
     */
    record Lines(String label, List<Curve> curves, Stroke stroke) implements Layer {
        /**
         * Copies the list.
         *
         * @param label the name in the legend
         * @param curves the lines
         * @param stroke how they are drawn
         */
        public Lines {
            curves = List.copyOf(curves);
        }

        @Override
        public List<Curve> extent() {
            return curves;
        }
    }

    /**
     * Dots.
     *
     * @param label the name in the legend
     * @param curve their centres
     */
    record Points(String label, Curve curve) implements Layer {
        @Override
        public List<Curve> extent() {
            return List.of(curve);
        }
    }

    /**
     * A curve and the tinted area between it and y = 0.
     *
     * @param label the name in the legend
     * @param curve the curve
     */
    record Area(String label, Curve curve) implements Layer {
        @Override
        public List<Curve> extent() {
            return List.of(curve, Curve.of(new double[] {curve.x(0)}, new double[] {0}));
        }
    }

    /**
     * Bars from y = 0. Several such layers of a figure stand side by side.
     *
     * @param label the name in the legend
     * @param curve the middle and the height of each bar, from left to right
     */
    record Bars(String label, Curve curve) implements Layer {
        /** The part of the distance of two bars that they fill. */
        private static final double FILLED = 0.8;

        /**
         * Checks the order.
         *
         * @param label the name in the legend
         * @param curve the middle and the height of each bar
         * @throws DomainException unless the abscissas increase
         */
        public Bars {
            for (int i = 1; i < curve.size(); i++) {
                if (!(curve.x(i) > curve.x(i - 1))) {
                    throw new DomainException("x of bar " + i, curve.x(i), "more than that of the bar before");
                }
            }
        }

        /**
         * The width of one bar, or of a group of bars that stand side by side.
         *
         * @return the width in units of x
         */
        public double width() {
            double step = curve.size() == 1 ? 1 : Double.POSITIVE_INFINITY;
            for (int i = 1; i < curve.size(); i++) {
                step = Math.min(step, curve.x(i) - curve.x(i - 1));
            }
            return FILLED * step;
        }

        @Override
        public List<Curve> extent() {
            double half = width() / 2 / FILLED;
            double[] ends = {curve.x(0) - half, curve.x(curve.size() - 1) + half};
            return List.of(curve, Curve.of(ends, new double[2]));
        }
    }

    /**
     * A field in colours, with a colour bar.
     *
     * @param label what the colours mean, written at the colour bar
     * @param grid the field
     */
    record HeatMap(String label, Grid grid) implements Layer {
        @Override
        public List<Curve> extent() {
            return List.of(grid.corners());
        }
    }

    /**
     * A few words beside a point.
     *
     * @param text the words
     * @param x the abscissa of the point
     * @param y its ordinate
     */
    record Note(String text, double x, double y) implements Layer {
        /**
         * Checks the point.
         *
         * @param text the words
         * @param x the abscissa of the point
         * @param y its ordinate
         * @throws DomainException if a number is not finite
         */
        public Note {
            DomainException.requireFinite("x of the note", x);
            DomainException.requireFinite("y of the note", y);
        }

        @Override
        public String label() {
            return "";
        }

        @Override
        public List<Curve> extent() {
            return List.of(Curve.of(new double[] {x}, new double[] {y}));
        }
    }
}
