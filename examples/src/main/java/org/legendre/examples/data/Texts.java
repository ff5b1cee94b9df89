package org.legendre.examples.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.legendre.geometry.DomainException;

/** Real texts, as bytes. */
public final class Texts {
    private Texts() {}

    /**
     * The project's README.
     *
     * @return its bytes, each 0–255, in UTF-8
     */
    public static int[] readme() {
        return bytes("/org/legendre/examples/text/README.md");
    }

    /**
     * The source of a chapter of the atlas.
     *
     * @param chapter the chapter
     * @return its bytes, each 0–255, in UTF-8
     */
    public static int[] source(Class<?> chapter) {
        return bytes("/org/legendre/examples/source/" + chapter.getSimpleName() + ".java");
    }

    private static int[] bytes(String file) {
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new DomainException("text", file, "a file among the resources");
            }
            byte[] bytes = in.readAllBytes();
            int[] symbols = new int[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                symbols[i] = Byte.toUnsignedInt(bytes[i]);
            }
            return symbols;
        } catch (IOException e) {
            throw new UncheckedIOException("the text " + file + " could not be read", e);
        }
    }
}
