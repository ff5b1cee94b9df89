package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The compiler teaches the geometry: programs that mix coordinates or families do not compile. Each stands beside its corrected twin, which differs in
 * one line and does compile.
 */
class WrongProgramsTest {
    private static final int LINE = 6;

    @TempDir
    Path classes;

    @Test
    void addingAGradientToThetaDoesNotCompile() throws IOException {
        rejects("Vec<Natural> next = theta.plus(psi.gradient(theta));");
        accepts("Vec<Natural> next = theta.plus(psi.metric(theta).raise(psi.gradient(theta)));");
    }

    @Test
    void subtractingEtaFromThetaDoesNotCompile() throws IOException {
        rejects("Vec<Natural> difference = theta.minus(eta);");
        accepts("Vec<Natural> difference = theta.minus(psi.conjugate().gradient(eta));");
    }

    @Test
    void pairingThetaWithThetaDoesNotCompile() throws IOException {
        rejects("double square = theta.dot(theta);");
        accepts("double square = theta.dot(eta);");
    }

    @Test
    void divergenceOfThetaFromEtaDoesNotCompile() throws IOException {
        rejects("double divergence = psi.bregman(theta, eta);");
        accepts("double divergence = psi.bregman(theta, psi.conjugate().gradient(eta));");
    }

    @Test
    void raisingATangentDoesNotCompile() throws IOException {
        rejects("Vec<Natural> step = psi.metric(theta).raise(theta);");
        accepts("Vec<Natural> step = psi.metric(theta).raise(eta);");
    }

    @Test
    void addingTheDifferentialOfAPlainObjectiveDoesNotCompile() throws IOException {
        rejects("Vec<Weights> next = weights.minus(differential);");
        accepts("Vec<Weights> next = weights.minus(weights.times(0.1));");
    }

    @Test
    void comparingANormalWithAMemberOfAnotherFamilyDoesNotCompile() throws IOException {
        rejects("double divergence = normal.klTo(other);");
        accepts("double divergence = normal.klTo(new Normal(0, 1));");
    }

    /** One statement with everything that the programs speak of in scope; the statement stands on line {@link #LINE}. */
    private static String program(String statement) {
        return "import org.legendre.geometry.*;\n"
                + "import org.legendre.geometry.family.*;\n"
                + "class Program {\n"
                + "  <M extends Member<Double, M>> void run(Legendre<Natural, Expectation> psi, Vec<Natural> theta, Vec<Expectation> eta,\n"
                + "      Vec<Weights> weights, Vec<Differential<Weights>> differential, Normal normal, M other) {\n"
                + "    " + statement + "\n  }\n}\n";
    }

    private void accepts(String statement) throws IOException {
        assertEquals(List.of(), errors(statement), statement);
    }

    /** The one error is on the line of the statement and says that a method's argument has the wrong type, not that a name is missing. */
    private void rejects(String statement) throws IOException {
        List<Diagnostic<? extends JavaFileObject>> errors = errors(statement);
        assertEquals(1, errors.size(), statement + errors);
        assertEquals(LINE, errors.get(0).getLineNumber());
        String code = errors.get(0).getCode();
        assertTrue(
                code.startsWith("compiler.err.cant.apply.symbol") || code.startsWith("compiler.err.prob.found.req"),
                code + " " + errors);
    }

    private List<Diagnostic<? extends JavaFileObject>> errors(String statement) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            List<String> options = List.of("-proc:none", "-classpath", System.getProperty("java.class.path"));
            StringWriter output = new StringWriter();
            boolean compiled = compiler.getTask(
                            output, files, diagnostics, options, null, List.of(new Source(program(statement))))
                    .call();
            List<Diagnostic<? extends JavaFileObject>> errors = diagnostics.getDiagnostics().stream()
                    .<Diagnostic<? extends JavaFileObject>>map(d -> d)
                    .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                    .toList();
            assertEquals(errors.isEmpty(), compiled, output.toString());
            return errors;
        }
    }

    /** A source held in memory. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Program.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
