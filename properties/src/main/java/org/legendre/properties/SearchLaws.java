package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import org.legendre.properties.Form.Searched;
import org.legendre.properties.Form.Searched.Rule;
import org.legendre.properties.Sample.Spread;

/** What searches for the length of a step promise of each step that they accept. */
final class SearchLaws {
    private static final int STEPS = 4;
    /** L, so large that the step 1 with which searches begin is too long. */
    private static final double STEEP = 10;
    /** The constants of {@link org.legendre.optimize.StepRule}. */
    private static final double DECREASE = 0.25;

    private static final double TOLERANCE = 0.1;
    /** A predicted decrease below this share of f is near what values can show, and slopes decide. */
    private static final double VISIBLE = 1e-6;

    private SearchLaws() {}

    /** What is above 0 where a step breaks its promise. */
    private interface Excess {
        double of(MethodSubject plain, Task task, double[] x, double[] after, double predicted);
    }

    static List<Law<SchemeSubject>> all() {
        return List.of(
                law(
                        Rule.ARMIJO,
                        "armijo",
                        "f(x₊) ≤ f(x) + ¼⟨∇f(x), x₊ − x⟩ with ⟨∇f(x), x₊ − x⟩ < 0 (steps that rounding does not hide)",
                        "L. Armijo, Pacific J. Math. 16 (1966), theorem",
                        (plain, task, x, after, predicted) -> task.value(after) - task.value(x) + DECREASE * predicted),
                law(
                        Rule.EXACT,
                        "exact-search",
                        "|⟨∇f(x₊), x₊ − x⟩| ≤ 0.1|⟨∇f(x), x₊ − x⟩| on straight lines, for convex f: the derivative vanishes at the end of a step (steps that rounding does not hide)",
                        "the library's contract of an exact search",
                        (plain, task, x, after, predicted) ->
                                Math.abs(Rounding.dot(task.gradient(after), Rounding.minus(after, x)))
                                        - TOLERANCE * predicted),
                law(
                        Rule.RELATIVE_SMOOTHNESS,
                        "relative-smoothness-search",
                        "f(x₊) ≤ f(x) + ⟨∇f(x), x₊ − x⟩ + D_φ(x₊, x)/t, with the t of the step, t⟨∇f(x), x − x₊⟩ = D_φ(x, x₊) + D_φ(x₊, x): 1/t is no less than the relative smoothness that is seen",
                        "H. Lu, R. M. Freund and Y. Nesterov, Relatively smooth convex optimization by first-order methods, SIAM J. Optim. 28 (2018), definition 1.1",
                        (plain, task, x, after, predicted) -> {
                            double apart = plain.divergence(after, x);
                            double t = (plain.divergence(x, after) + apart) / predicted;
                            return task.value(after) - task.value(x) + predicted - apart / t;
                        }));
    }

    private static Law<SchemeSubject> law(Rule rule, String id, String statement, String source, Excess excess) {
        Law<SchemeSubject> law = Law.forAll(
                SchemeSubject.class,
                id,
                statement,
                source,
                1,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, a, b) -> {
                    Task task = Terms.share(mirror.between(a, b), STEEP);
                    List<double[]> points = subject.run(task, x, 1, STEPS);
                    Finding worst = Finding.nothing("no step");
                    for (int k = 0; k + 1 < points.size(); k++) {
                        Finding finding =
                                accepted(subject.plain(), mirror, task, points.get(k), points.get(k + 1), excess);
                        worst = worst.or(finding);
                    }
                    return worst;
                }));
        return law.where(subject -> subject.form() instanceof Searched form && form.rule() == rule)
                .on(Spread.MODERATE);
    }

    private static Finding accepted(
            MethodSubject plain, Mirror mirror, Task task, double[] x, double[] after, Excess excess) {
        double[] g = task.gradient(x);
        double predicted = Rounding.dot(g, Rounding.minus(x, after));
        double size = task.value(x) + task.value(after);
        double rounding = Rounding.ofTerms(x.length, size)
                + mirror.pairing(x, g)
                + mirror.pairing(after, g)
                + mirror.pairing(after, task.gradient(after));
        if (Math.abs(predicted) <= VISIBLE * size) {
            return Finding.nothing("rounding hides the step");
        }
        double found = predicted > 0 ? Math.max(0, excess.of(plain, task, x, after, predicted)) : -predicted;
        return Finding.of(
                found,
                4 * rounding,
                size,
                () -> "from " + Arrays.toString(x) + " to " + Arrays.toString(after) + ", ∇f(x) = "
                        + Arrays.toString(g) + ", ⟨∇f(x), x − x₊⟩ = " + predicted + ": beyond what is promised by "
                        + found);
    }
}
