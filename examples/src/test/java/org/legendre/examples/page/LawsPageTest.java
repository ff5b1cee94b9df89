package org.legendre.examples.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.legendre.properties.Law;
import org.legendre.properties.Laws;

class LawsPageTest {
    private static final Path ROOT = Path.of("..");

    /** If this fails after a change of a law: {@code mvn test -Dtest=LawsPageTest -Dlegendre.pages=write} writes the page. */
    @Test
    void theFileIsWhatTheCatalogueSays() throws IOException {
        if (System.getProperty("legendre.pages", "").equals("write")) {
            LawsPage.main(new String[] {ROOT.toString()});
        }
        assertEquals(LawsPage.of(ROOT), Files.readString(ROOT.resolve("LAWS.md")));
    }

    @Test
    void everyLawHasItsRow() {
        String page = LawsPage.of(ROOT);
        for (Law<?> law : Laws.all()) {
            assertTrue(page.contains("\n| `" + law.id() + "` | "), law.id());
        }
    }
}
