package org.legendre.examples.figure;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.legendre.geometry.DomainException;

/**
 * Draws with an installed gnuplot.
 *
 * <p>JavaPlot builds the script only. Its own way to run gnuplot ignores failures, has no timeout and loses pictures when threads
 * draw at once; here each picture gets a process and a directory of its own, and counts as drawn only if gnuplot left with exit
 * code 0 and a new, non-empty file is there.
 */
public final class Gnuplot implements Drawing {
    /** The system property that names the executable, or {@code none} to draw without gnuplot. */
    public static final String PROPERTY = "legendre.gnuplot";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern VERSION = Pattern.compile("gnuplot (\\d+)\\.(\\d+)");

    private final Path executable;
    private final Duration timeout;
    private final String version;

    private Gnuplot(Path executable, Duration timeout, String version) {
        this.executable = executable;
        this.timeout = timeout;
        this.version = version;
    }

    /**
     * The executable that {@link #PROPERTY} names, else the first on the search path.
     *
     * @return gnuplot, if there is one of version 5.2 or later
     * @throws DrawingException if the property names an executable that does not work
     */
    public static Optional<Gnuplot> find() {
        String named = System.getProperty(PROPERTY, "");
        if (named.equals("none")) {
            return Optional.empty();
        }
        if (!named.isEmpty()) {
            return Optional.of(at(Path.of(named), PATIENCE));
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> Stream.of("gnuplot", "gnuplot.exe").map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .flatMap(Gnuplot::working);
    }

    private static Optional<Gnuplot> working(Path executable) {
        try {
            return Optional.of(at(executable, PATIENCE));
        } catch (DrawingException broken) {
            return Optional.empty();
        }
    }

    /**
     * A given executable.
     *
     * @param executable where it is
     * @param timeout how long one picture may take
     * @return gnuplot at that place
     * @throws DomainException if the timeout is not positive
     * @throws DrawingException if it does not say that it is gnuplot 5.2 or later
     */
    public static Gnuplot at(Path executable, Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new DomainException("timeout", timeout, "a duration > 0");
        }
        Path absolute = executable.toAbsolutePath();
        String says = inNewDirectory(directory -> {
            run(List.of(absolute.toString(), "--version"), directory, timeout);
            return Files.readString(directory.resolve("output"));
        });
        Matcher version = VERSION.matcher(says);
        if (!version.find() || Integer.parseInt(version.group(1)) * 100 + Integer.parseInt(version.group(2)) < 502) {
            throw new DrawingException(executable + " is not gnuplot 5.2 or later; it says: " + says.strip());
        }
        return new Gnuplot(absolute, timeout, version.group(1) + "." + version.group(2));
    }

    @Override
    public String name() {
        return "gnuplot " + version + " through JavaPlot";
    }

    @Override
    public Path draw(Panels panels, Path file) {
        String script = GnuplotScript.of(panels, executable);
        return inNewDirectory(directory -> {
            Path source = Files.writeString(directory.resolve("figure.gp"), script, StandardCharsets.UTF_8);
            run(List.of(executable.toString(), "-d", source.getFileName().toString()), directory, timeout);
            Path drawn = directory.resolve(GnuplotScript.OUTPUT);
            if (!Files.exists(drawn) || Files.size(drawn) == 0) {
                throw new DrawingException("gnuplot left no picture: " + complaint(directory));
            }
            try {
                Path target = file.toAbsolutePath();
                Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(target));
                Files.move(drawn, target, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new DrawingException("the picture could not be written: " + e, e);
            }
            return file;
        });
    }

    /** What is done in a directory that exists only as long. */
    @FunctionalInterface
    private interface Work<T> {
        T in(Path directory) throws IOException, InterruptedException;
    }

    private static <T> T inNewDirectory(Work<T> work) {
        try {
            Path directory = Files.createTempDirectory("legendre-figure");
            try {
                return work.in(directory);
            } finally {
                try (Stream<Path> files = Files.list(directory)) {
                    for (Path left : files.toList()) {
                        Files.delete(left);
                    }
                }
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new DrawingException("gnuplot could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrawingException("interrupted while gnuplot was drawing", e);
        }
    }

    /** Runs a command; output and complaints go to files, so that a full pipe never blocks it. */
    private static void run(List<String> command, Path directory, Duration timeout)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createFile(directory.resolve("input")).toFile()))
                .redirectOutput(directory.resolve("output").toFile())
                .redirectError(directory.resolve("complaint").toFile())
                .start();
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DrawingException("gnuplot did not finish within " + timeout.toMillis() + " ms");
            }
        } finally {
            if (process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        }
        if (process.exitValue() != 0) {
            throw new DrawingException(
                    "gnuplot left with exit code " + process.exitValue() + ": " + complaint(directory));
        }
    }

    private static String complaint(Path directory) throws IOException {
        String text = new String(Files.readAllBytes(directory.resolve("complaint")), StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? "it did not say why" : text;
    }
}
