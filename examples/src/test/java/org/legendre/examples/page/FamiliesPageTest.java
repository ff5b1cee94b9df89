package org.legendre.examples.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.family.Families;

class FamiliesPageTest {
    private static final Path ROOT = Path.of("..");

    /** If this fails after a change of a family: {@code mvn test -Dtest=FamiliesPageTest -Dlegendre.pages=write} writes the page. */
    @Test
    void theFileIsWhatTheCatalogueAndTheSourcesSay() throws IOException {
        if (System.getProperty("legendre.pages", "").equals("write")) {
            FamiliesPage.main(new String[] {ROOT.toString()});
        }
        assertEquals(FamiliesPage.of(ROOT), Files.readString(ROOT.resolve("FAMILIES.md")));
    }

    @Test
    void everyFamilyHasItsSection() {
        String page = FamiliesPage.of(ROOT);
        for (Families.Entry entry : Families.all()) {
            assertTrue(page.contains("\n## " + entry.name() + "\n"), entry.name());
        }
    }
}
