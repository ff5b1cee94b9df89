package org.legendre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;
import org.legendre.examples.chapter.Sources;

/** The README's code is cut from tested sources, and its jshell session is run. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern CODE =
            Pattern.compile("(?:<!-- snippet: (\\S+)#(\\S+) -->\\n)?```(\\w+)\\n(.*?)```", Pattern.DOTALL);

    private record Block(String file, String region, String language, String text) {}

    private static List<Block> blocks() throws IOException {
        Matcher matcher = CODE.matcher(Files.readString(ROOT.resolve("README.md")));
        List<Block> blocks = new ArrayList<>();
        while (matcher.find()) {
            String file = matcher.group(1) == null ? "" : matcher.group(1);
            String region = matcher.group(2) == null ? "" : matcher.group(2);
            blocks.add(new Block(file, region, matcher.group(3), matcher.group(4)));
        }
        return blocks;
    }

    @Test
    void everyJavaAndKotlinBlockIsCutFromATestedSource() throws IOException {
        int checked = 0;
        for (Block block : blocks()) {
            if (block.language.equals("java") || block.language.equals("kotlin")) {
                assertFalse(block.file.isEmpty(), "a block without its source:\n" + block.text);
                String source = Files.readString(ROOT.resolve(block.file));
                assertEquals(Sources.region(source, block.region), block.text, block.file + "#" + block.region);
                checked++;
            }
        }
        assertTrue(checked >= 6, "blocks checked: " + checked);
    }

    @Test
    void theJshellSessionPrintsWhatTheReadmeSays() throws IOException {
        List<Block> sessions =
                blocks().stream().filter(b -> b.language.equals("jshell")).toList();
        assertFalse(sessions.isEmpty());
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
            for (String line : Files.readAllLines(Path.of("src/main/jshell/legendre.jsh"))) {
                if (!line.startsWith("/")) {
                    run(shell, line);
                }
            }
            int compared = 0;
            for (Block session : sessions) {
                String answer = "";
                for (String line : session.text.lines().toList()) {
                    if (line.startsWith("jshell> ")) {
                        answer = run(shell, line.substring(8));
                    } else if (line.contains("==> ")) {
                        assertEquals(line.substring(line.indexOf("==> ") + 4), answer, session.text);
                        compared++;
                    }
                }
            }
            assertTrue(compared >= 4, "answers compared: " + compared);
        }
    }

    private static String run(JShell shell, String line) {
        String answer = "";
        String rest = line;
        while (!rest.isBlank()) {
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(info.source())) {
                if (event.status() == Snippet.Status.OVERWRITTEN) {
                    continue;
                }
                assertEquals(
                        Snippet.Status.VALID,
                        event.status(),
                        line + "\n"
                                + shell.diagnostics(event.snippet())
                                        .map(d -> d.getMessage(java.util.Locale.ROOT))
                                        .toList());
                assertEquals(null, event.exception(), line);
                answer = event.value() == null ? answer : event.value();
            }
            rest = info.remaining();
        }
        return answer;
    }
}
