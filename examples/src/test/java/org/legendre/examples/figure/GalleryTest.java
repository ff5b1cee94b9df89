package org.legendre.examples.figure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class GalleryTest {
    @Test
    void theEmbeddedRendererDrawsEveryKindOfPicture() throws IOException {
        drawAll(new SvgPlot(), Path.of("target/gallery/embedded"));
    }

    @Test
    void gnuplotDrawsEveryKindOfPicture() throws IOException {
        Drawing drawing = Drawing.best();
        Assumptions.assumeTrue(drawing instanceof Gnuplot, "gnuplot is not installed here");
        drawAll(drawing, Path.of("target/gallery/gnuplot"));
    }

    private static void drawAll(Drawing drawing, Path directory) throws IOException {
        for (Map.Entry<String, Panels> picture : Gallery.pictures().entrySet()) {
            Path file = drawing.draw(picture.getValue(), directory.resolve(picture.getKey() + ".svg"));
            String svg = Files.readString(file);
            assertTrue(svg.contains("<svg") && svg.contains("</svg>"), drawing.name() + " of " + picture.getKey());
        }
    }
}
