package org.legendre.examples.figure;

import java.util.ArrayList;
import java.util.List;

/** The colours of both renderers, told apart by colour-blind readers too. */
final class Palette {
    /** Okabe and Ito (2008) without yellow, which is lost on white. */
    private static final List<String> ON_WHITE =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000");

    /** What can be seen on every colour of a heat map. */
    private static final List<String> ON_COLOURS = List.of("#FFFFFF", "#FF7A1A", "#000000", "#F2A7D0");

    /** Viridis (van der Walt and Smith, 2015) at nine equal steps, dark to light. */
    static final List<String> FIELD =
            List.of("#440154", "#472D7B", "#3B528B", "#2C728E", "#21918C", "#28AE80", "#5EC962", "#ADDC30", "#FDE725");

    static final String INK = "#333333";
    static final String REFERENCE = "#767676";
    static final String GRID = "#E4E4E4";

    private Palette() {}

    /** One colour for each layer of a figure. */
    static List<String> of(Figure figure) {
        List<String> colours = hasField(figure) ? ON_COLOURS : ON_WHITE;
        List<String> result = new ArrayList<>();
        int next = 0;
        for (Layer layer : figure.layers()) {
            if (layer instanceof Layer.Lines lines && lines.stroke() == Layer.Stroke.REFERENCE) {
                result.add(REFERENCE);
            } else if (layer instanceof Layer.Note || layer instanceof Layer.HeatMap) {
                result.add(ink(figure));
            } else {
                result.add(colours.get(next++ % colours.size()));
            }
        }
        return result;
    }

    static boolean hasField(Figure figure) {
        return figure.layers().stream().anyMatch(Layer.HeatMap.class::isInstance);
    }

    /** The colour of words inside the plot. */
    static String ink(Figure figure) {
        return hasField(figure) ? "#FFFFFF" : INK;
    }

    /** The colour behind the legend. */
    static String paper(Figure figure) {
        return hasField(figure) ? "#3A3A3A" : "#FFFFFF";
    }

    /** The colour of a value between 0 and 1, as 0xRRGGBB. */
    static int field(double t) {
        double place = Math.max(0, Math.min(1, t)) * (FIELD.size() - 1);
        int i = Math.min((int) place, FIELD.size() - 2);
        int a = Integer.decode(FIELD.get(i));
        int b = Integer.decode(FIELD.get(i + 1));
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double from = (a >> shift) & 255;
            double to = (b >> shift) & 255;
            mixed |= (int) Math.round(from + (place - i) * (to - from)) << shift;
        }
        return mixed;
    }
}
