package org.legendre.examples.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

final class SvgPlotTest {
    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyPictureIsWellFormed() throws Exception {
        for (Panels panels : Gallery.pictures().values()) {
            assertNotNull(parsed(new SvgPlot().svg(panels)));
        }
    }

    @Test
    void textStaysText() throws Exception {
        String nasty = "`touch x` $(touch x) 'q' \"d\" </text><script>alert(1)</script> & \u0001";
        Figure figure = Figure.titled(nasty)
                .axes(nasty, nasty)
                .line(nasty, new double[] {0, 1}, new double[] {0, 1})
                .note(nasty, 0, 1);
        String svg = new SvgPlot().svg(Panels.of(figure));
        assertFalse(svg.contains("<script>"));
        assertEquals(
                nasty.replace('\u0001', ' '),
                parsed(svg).getElementsByTagName("text").item(0).getTextContent());
    }

    @Test
    void aFieldIsAPictureOfOnePixelASample() throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(SvgField.png(new int[][] {{0x123456, 0xFFFFFF}, {0, 0xFF}})));
        assertEquals(2, image.getWidth());
        assertEquals(0xFF123456, image.getRGB(0, 0));
        assertEquals(0xFF0000FF, image.getRGB(1, 1));
    }

    @Test
    void numbersHaveADecimalPointAndNoExponent() {
        assertEquals("0.5", SvgText.number(0.5).replaceAll("0$", ""));
        assertTrue(SvgText.number(1e-9).matches("0"));
    }
}
