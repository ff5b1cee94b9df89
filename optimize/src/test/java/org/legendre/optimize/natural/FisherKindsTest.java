package org.legendre.optimize.natural;

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

/** No kind of Fisher matrix passes for another: each wrong program stands beside its corrected twin, which compiles. */
class FisherKindsTest {
    @TempDir
    Path classes;

    @Test
    void theEmpiricalOneIsNoFisherInformation() throws IOException {
        rejects("FisherInformation fisher = likelihood.empiricalFisher(w);");
        accepts("FisherInformation fisher = likelihood.fisher(w);");
        accepts("FisherInformation fisher = likelihood.monteCarloFisher(w, 10, 1);");
    }

    @Test
    void aSampledOneIsNotExact() throws IOException {
        rejects("ExactFisher fisher = likelihood.monteCarloFisher(w, 10, 1);");
        rejects("Damped<ExactFisher> fisher = likelihood.monteCarloFisher(w, 10, 1).damped(1);");
        accepts("Damped<MonteCarloFisher> fisher = likelihood.monteCarloFisher(w, 10, 1).damped(1);");
    }

    @Test
    void naturalGradientDoesNotTakeTheEmpiricalOne() throws IOException {
        rejects("var geometry = NaturalGradient.of(5, v -> likelihood.empiricalFisher(v).damped(1));");
        accepts("var geometry = NaturalGradient.of(5, v -> likelihood.fisher(v).damped(1));");
        accepts("var geometry = NaturalGradient.of(5, v -> likelihood.monteCarloFisher(v, 10, 1).damped(1));");
    }

    @Test
    void anApproximationIsNoFisherInformationAndSaysOfWhatItIsOne() throws IOException {
        rejects("FisherInformation fisher = likelihood.fisher(w).kronecker();");
        rejects("KroneckerFisher<ExactFisher> fisher = likelihood.monteCarloFisher(w, 10, 1).kronecker();");
        rejects("KroneckerFisher<ExactFisher> fisher = likelihood.fisher(w).kronecker().eigenvalueCorrected();");
        rejects("BlockFisher<ExactFisher> fisher = likelihood.fisher(w).lowRank(3);");
        rejects("Damped<ExactFisher> fisher = likelihood.fisher(w).blocksByUnit().damped(1);");
        rejects("FisherForm fisher = likelihood.empiricalFisher(w);");
        accepts("FisherForm fisher = likelihood.fisher(w).kronecker();");
        accepts("KroneckerFisher<MonteCarloFisher> fisher = likelihood.monteCarloFisher(w, 10, 1).kronecker();");
        accepts("EigenKroneckerFisher<ExactFisher> fisher = likelihood.fisher(w).kronecker().eigenvalueCorrected();");
        accepts("LowRankFisher<ExactFisher> fisher = likelihood.fisher(w).lowRank(3);");
        accepts("Damped<BlockFisher<ExactFisher>> fisher = likelihood.fisher(w).blocksByUnit().damped(1);");
    }

    @Test
    void naturalGradientTakesApproximationsOfTheFisherInformation() throws IOException {
        rejects("var geometry = NaturalGradient.of(5, v -> likelihood.fisher(v).kronecker());");
        accepts("var geometry = NaturalGradient.of(5, v -> likelihood.fisher(v).kronecker().dampedInFactors(1));");
        accepts("var geometry = NaturalGradient.of(5, v -> likelihood.fisher(v).blocksByLayer().damped(1));");
        accepts(
                "var geometry = NaturalGradient.of(5, v -> likelihood.monteCarloFisher(v, 2, 1).lowRank(2).damped(1));");
        rejects("var geometry = NaturalGradient.of(5, v -> likelihood.empiricalFisher(v).dampedInSampleSpace(1));");
        accepts("var geometry = NaturalGradient.of(5, v -> likelihood.fisher(v).dampedInSampleSpace(1));");
    }

    @Test
    void whatIsNotDampedDoesNotRaise() throws IOException {
        rejects("Metric<Weights, Differential<Weights>> metric = likelihood.fisher(w);");
        accepts("Metric<Weights, Differential<Weights>> metric = likelihood.fisher(w).damped(0);");
    }

    private static String program(String statement) {
        return "import org.legendre.geometry.*;\n"
                + "import org.legendre.geometry.model.*;\n"
                + "import org.legendre.optimize.natural.*;\n"
                + "class Program {\n"
                + "  void run(Likelihood<?, ?> likelihood, Vec<Weights> w) {\n"
                + "    " + statement + "\n  }\n}\n";
    }

    private void accepts(String statement) throws IOException {
        assertEquals(List.of(), errors(statement), statement);
    }

    /** The one error says that a type is wrong, not that a name is missing. */
    private void rejects(String statement) throws IOException {
        List<Diagnostic<? extends JavaFileObject>> errors = errors(statement);
        assertEquals(1, errors.size(), statement + errors);
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
            JavaFileObject source =
                    new SimpleJavaFileObject(URI.create("string:///Program.java"), JavaFileObject.Kind.SOURCE) {
                        @Override
                        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                            return program(statement);
                        }
                    };
            compiler.getTask(new StringWriter(), files, diagnostics, options, null, List.of(source))
                    .call();
            return diagnostics.getDiagnostics().stream()
                    .<Diagnostic<? extends JavaFileObject>>map(d -> d)
                    .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                    .toList();
        }
    }
}
