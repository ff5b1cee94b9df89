package org.legendre.examples.figure;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Draws a heat map as an embedded PNG, one pixel a sample, and its colour bar. */
final class SvgField {
    private static final int BAR = 14;
    private static final int SHADES = 128;

    private SvgField() {}

    static void image(SvgText svg, Grid grid, SvgPanel panel) {
        Range values = grid.values();
        int[][] pixels = new int[grid.rows()][grid.columns()];
        for (int j = 0; j < grid.rows(); j++) {
            for (int i = 0; i < grid.columns(); i++) {
                double t = (grid.z(i, j) - values.low()) / values.length();
                pixels[grid.rows() - 1 - j][i] = Palette.field(t);
            }
        }
        Curve corners = grid.corners();
        double x = panel.px(corners.x(0));
        double y = panel.py(corners.y(1));
        picture(svg, pixels, x, y, panel.px(corners.x(1)) - x, panel.py(corners.y(0)) - y);
    }

    /** The width that the colour bar of a field needs. */
    static double barWidth(Layer.HeatMap map) {
        double marks = Ticks.of(Axis.PLAIN, map.grid().values(), 6).marks().stream()
                .mapToDouble(mark -> SvgText.width(mark.text()))
                .max()
                .orElse(0);
        return 14 + BAR + 10 + marks + (map.label().isEmpty() ? 0 : 22);
    }

    static void bar(SvgText svg, Layer.HeatMap map, double left, double top, double bottom) {
        int[][] shades = new int[SHADES][1];
        for (int i = 0; i < SHADES; i++) {
            shades[i][0] = Palette.field(1 - (double) i / (SHADES - 1));
        }
        picture(svg, shades, left, top, BAR, bottom - top);
        Range values = map.grid().values();
        for (Ticks.Mark mark : Ticks.of(Axis.PLAIN, values, 6).marks()) {
            double at = bottom - (mark.at() - values.low()) / values.length() * (bottom - top);
            svg.element("rect", "x", left + BAR, "y", at - 0.5, "width", 4, "height", 1, "fill", Palette.INK);
            svg.text(mark.text(), left + BAR + 8, at + 5, SvgText.Anchor.START, Palette.INK, 0, 14);
        }
        double beside = left - 14 + barWidth(map);
        svg.text(map.label(), beside, (top + bottom) / 2, SvgText.Anchor.MIDDLE, Palette.INK, -90, 14);
    }

    private static void picture(SvgText svg, int[][] pixels, double x, double y, double width, double height) {
        svg.element(
                "image",
                "x",
                x,
                "y",
                y,
                "width",
                width,
                "height",
                height,
                "preserveAspectRatio",
                "none",
                "style",
                "image-rendering:pixelated",
                "href",
                "data:image/png;base64," + Base64.getEncoder().encodeToString(png(pixels)));
    }

    /** An RGB image as PNG (ISO/IEC 15948), without loading AWT. */
    static byte[] png(int[][] pixels) {
        try {
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            try (DataOutputStream data =
                    new DataOutputStream(new DeflaterOutputStream(rows, new Deflater(Deflater.BEST_COMPRESSION)))) {
                for (int[] row : pixels) {
                    data.writeByte(0);
                    for (int pixel : row) {
                        data.writeByte(pixel >> 16);
                        data.writeShort(pixel);
                    }
                }
            }
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream sizes = new DataOutputStream(header);
            sizes.writeInt(pixels[0].length);
            sizes.writeInt(pixels.length);
            sizes.write(new byte[] {8, 2, 0, 0, 0});
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream png = new DataOutputStream(bytes);
            png.writeLong(0x89504E470D0A1A0AL);
            chunk(png, "IHDR", header.toByteArray());
            chunk(png, "IDAT", rows.toByteArray());
            chunk(png, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private static void chunk(DataOutputStream png, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(data);
        png.writeInt(data.length);
        png.write(name);
        png.write(data);
        png.writeInt((int) check.getValue());
    }
}
