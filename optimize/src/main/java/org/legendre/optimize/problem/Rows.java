package org.legendre.optimize.problem;

import org.legendre.geometry.DomainException;

/** A matrix of finite numbers, row by row in one array. */
final class Rows {
    final int count;
    final int size;
    private final double[] entries;

    private Rows(int count, int size, double[] entries) {
        this.count = count;
        this.size = size;
        this.entries = entries;
    }

    static Rows of(String what, double[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new DomainException(what, rows.length + " rows", "a matrix with at least one entry");
        }
        int size = rows[0].length;
        double[] entries = new double[Math.multiplyExact(rows.length, size)];
        for (int i = 0; i < rows.length; i++) {
            DomainException.requireLength("row " + i + " of " + what, rows[i], size);
            for (int j = 0; j < size; j++) {
                entries[i * size + j] =
                        DomainException.requireFinite("entry " + j + " in row " + i + " of " + what, rows[i][j]);
            }
        }
        return new Rows(rows.length, size, entries);
    }

    /** As {@link #of}, with entries ≥ 0 that are not all 0 in any row. */
    static Rows nonnegative(String what, double[][] rows) {
        Rows checked = of(what, rows);
        for (int i = 0; i < rows.length; i++) {
            double sum = 0;
            for (int j = 0; j < checked.size; j++) {
                sum += DomainException.requireNonnegative("entry " + j + " in row " + i + " of " + what, rows[i][j]);
            }
            DomainException.requirePositive("sum of row " + i + " of " + what, sum);
        }
        return checked;
    }

    Rows transposed() {
        double[] turned = new double[entries.length];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < size; j++) {
                turned[j * count + i] = entries[i * size + j];
            }
        }
        return new Rows(size, count, turned);
    }

    double at(int i, int j) {
        return entries[i * size + j];
    }

    /** ⟨aᵢ, x⟩, in four sums, which do not wait for one another. */
    double dot(int i, double[] x) {
        return dot(i, x, 0);
    }

    /** ⟨aᵢ, x⟩ with the part of x that begins at an offset. */
    double dot(int i, double[] x, int offset) {
        int at = i * size;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        // A limit on j itself: compilers count such loops, and check the bounds of the arrays once.
        for (int end = size - 3; j < end; j += 4) {
            a += entries[at + j] * x[offset + j];
            b += entries[at + j + 1] * x[offset + j + 1];
            c += entries[at + j + 2] * x[offset + j + 2];
            d += entries[at + j + 3] * x[offset + j + 3];
        }
        for (; j < size; j++) {
            a += entries[at + j] * x[offset + j];
        }
        return (a + b) + (c + d);
    }

    /** Adds c·aᵢ to a vector. */
    void add(int i, double c, double[] out) {
        int at = i * size;
        for (int j = 0; j < size; j++) {
            out[j] += c * entries[at + j];
        }
    }
}
