package org.legendre.examples.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.DomainException;

/** Lines of equal value by marching squares, so that every renderer only has to draw lines. */
final class Contours {
    /** A point where the line crosses an edge of the grid, and the one or two crossings that it is joined to. */
    private static final class Crossing {
        final double x;
        final double y;
        final List<Crossing> neighbours = new ArrayList<>(2);
        boolean visited;

        Crossing(double x, double y) {
            this.x = x;
            this.y = y;
        }
    }

    private final Grid grid;
    private final double level;
    private final Map<Long, Crossing> crossings = new LinkedHashMap<>();

    private Contours(Grid grid, double level) {
        this.grid = grid;
        this.level = level;
    }

    static List<Curve> of(Grid grid, double... levels) {
        List<Curve> curves = new ArrayList<>();
        for (double level : levels) {
            curves.addAll(new Contours(grid, DomainException.requireFinite("level", level)).curves());
        }
        return curves;
    }

    private List<Curve> curves() {
        for (int i = 0; i + 1 < grid.columns(); i++) {
            for (int j = 0; j + 1 < grid.rows(); j++) {
                joinInCell(i, j);
            }
        }
        List<Curve> curves = new ArrayList<>();
        for (Crossing end : crossings.values()) {
            if (end.neighbours.size() == 1 && !end.visited) {
                curves.add(walk(end));
            }
        }
        for (Crossing any : crossings.values()) {
            if (!any.visited) {
                curves.add(walk(any));
            }
        }
        return curves;
    }

    private void joinInCell(int i, int j) {
        List<Crossing> around = new ArrayList<>(4);
        addCrossing(around, i, j, i + 1, j);
        addCrossing(around, i + 1, j, i + 1, j + 1);
        addCrossing(around, i, j + 1, i + 1, j + 1);
        addCrossing(around, i, j, i, j + 1);
        if (around.size() == 2) {
            join(around.get(0), around.get(1));
        } else if (around.size() == 4) {
            // A saddle: its mean decides which corners are connected.
            double mean = (grid.z(i, j) + grid.z(i + 1, j) + grid.z(i, j + 1) + grid.z(i + 1, j + 1)) / 4;
            boolean apart = (mean >= level) != (grid.z(i, j) >= level);
            join(around.get(0), around.get(apart ? 3 : 1));
            join(around.get(2), around.get(apart ? 1 : 3));
        }
    }

    private void addCrossing(List<Crossing> around, int i, int j, int k, int l) {
        double a = grid.z(i, j);
        double b = grid.z(k, l);
        if ((a >= level) == (b >= level)) {
            return;
        }
        double t = (level - a) / (b - a);
        long edge = 2L * ((long) i * grid.rows() + j) + (k > i ? 0 : 1);
        around.add(crossings.computeIfAbsent(
                edge,
                e -> new Crossing(grid.x(i) + t * (grid.x(k) - grid.x(i)), grid.y(j) + t * (grid.y(l) - grid.y(j)))));
    }

    private static void join(Crossing a, Crossing b) {
        a.neighbours.add(b);
        b.neighbours.add(a);
    }

    private static Curve walk(Crossing start) {
        List<Crossing> path = new ArrayList<>();
        @Nullable Crossing here = start;
        while (here != null) {
            here.visited = true;
            path.add(here);
            here = here.neighbours.stream().filter(n -> !n.visited).findFirst().orElse(null);
        }
        Crossing last = path.get(path.size() - 1);
        if (path.size() > 2 && last.neighbours.contains(start)) {
            path.add(start);
        }
        return Curve.of(
                path.stream().mapToDouble(c -> c.x).toArray(),
                path.stream().mapToDouble(c -> c.y).toArray());
    }
}
