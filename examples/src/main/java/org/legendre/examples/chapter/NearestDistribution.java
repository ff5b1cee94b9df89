package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.legendre.examples.data.Datasets;
import org.legendre.examples.figure.Figure;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.information.JointTable;
import org.legendre.geometry.information.LinearFamily;
import org.legendre.optimize.information.InfeasibleException;
import org.legendre.optimize.information.InformationProjection;
import org.legendre.optimize.information.IterativeProportionalFitting;
import org.legendre.optimize.information.IterativeScaling;

/** Maximum entropy and I-projections: a die, a triangle, and a biased sample raked to known margins. */
public final class NearestDistribution implements Example {
    private static final int DRAWS = 300;
    /** How much likelier a survivor tells his story. */
    private static final double BIAS = 4;

    private static final List<String> CLASSES = List.of("first", "second", "third", "crew");

    @Override
    public String title() {
        return "The nearest distribution";
    }

    @Override
    public String prose() {
        return """
                A die shows 4.5 on average. What are the chances of its faces? Of all distributions with that mean, take the one nearest to the fair die, with the least `KL(p‖q)`: the I-projection of q; as q is uniform, it is \
                the one of greatest entropy. It has the form pᵢ ∝ qᵢ exp(λi), and λ is where the strictly convex log Σ qᵢ exp λ(i − 4.5) is least: Newton's method, which is natural gradient descent in the exponential family's own metric, finds it in a few \
                steps. Generalised iterative scaling finds the same point without a matrix, slowly. A mean of 6.5 is refused, with the reason: no face shows more than 6.

                The triangle (left) holds all distributions of three outcomes. Those of one mean are a straight line, the tilted qᵢ exp(λi) a curve; they cross once, at a right angle in the Fisher metric, and the contour of KL that belongs to the crossing touches the line there. So the theorem \
                of Pythagoras holds, `KL(p‖q) = KL(p‖p*) + KL(p*‖q)` for every p of the line. One crossing answers two questions: p* is the nearest to q on the line (I-projection), and the nearest on the curve to every p of the line (forward projection, maximum likelihood).

                Survivors tell stories. Of the 2201 aboard the Titanic 300 are drawn, survivors being four times as likely as others (half a person is added to each cell, so that none is empty). How many of each class, of each sex, and how many survived is known from the lists; raking scales the sample until its margins are these. As \
                the truth has these margins too, Pythagoras promises that raking comes nearer to it by exactly `KL(raked‖sample)`, whatever the bias was. What the margins do not tell, how class, sex and survival go together, is still the sample's.""";
    }

    // begin: die
    private static InformationProjection die(double mean) {
        var family = LinearFamily.of(new double[][] {{1, 2, 3, 4, 5, 6}}, mean);
        return InformationProjection.of(Probabilities.uniform(6), family);
    }
    // end: die

    // begin: rake
    /** The sample scaled to the class, sex and survival of the lists. */
    private static IterativeProportionalFitting.Fit rake(JointTable sample, JointTable lists) {
        return IterativeProportionalFitting.of(sample)
                .margin(lists.marginal(0), 0)
                .margin(lists.marginal(1), 1)
                .margin(lists.marginal(2), 2)
                .fit();
    }
    // end: rake

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        InformationProjection die = die(4.5);
        InformationProjection scaled = IterativeScaling.of(10_000).project(die.base(), die.family());
        progress.accept("the triangle");
        InformationProjection triangle = InformationProjection.of(
                Probabilities.of(.6, .3, .1), LinearFamily.of(new double[][] {{1, 2, 3}}, 2.3));
        Probabilities member = Probabilities.of(.05, .6, .35);
        progress.accept("raking a sample of the Titanic");
        JointTable lists =
                JointTable.ofCounts(new int[] {4, 2, 2, 2}, Datasets.titanic()).marginalOver(0, 1, 3);
        JointTable sample = sample(lists);
        var raked = rake(sample, lists);
        Probabilities truth = lists.joint();
        return Findings.NONE
                .number("die of mean 4.5: λ", die.multipliers()[0], "")
                .number("die of mean 4.5: entropy", die.probabilities().entropy(), "nats")
                .number("die of mean 4.5: chance of a six", die.probabilities().get(5), "")
                .number(
                        "… by generalised iterative scaling",
                        scaled.probabilities().get(5),
                        "")
                .number("die of mean 6.5: what its expectation cannot exceed", greatest(6.5), "")
                .number("triangle: KL(p‖q)", member.klTo(triangle.base()), "nats")
                .number("triangle: KL(p‖p*)", member.klTo(triangle.probabilities()), "nats")
                .number("triangle: KL(p*‖q)", triangle.divergence(), "nats")
                .number("Titanic: KL(truth‖sample)", truth.klTo(sample.joint()), "nats")
                .number("Titanic: KL(truth‖raked)", truth.klTo(raked.table().joint()), "nats")
                .number("Titanic: KL(raked‖sample)", raked.projection().divergence(), "nats")
                .number("survived, women of the first class: truth", survived(lists, 0, 1), "")
                .number("… in the sample", survived(sample, 0, 1), "")
                .number("… after raking", survived(raked.table(), 0, 1), "")
                .picture(
                        "nearest-distribution",
                        "Left: the I-projection p* of q onto the distributions of one mean. Right: who survived, by class and sex: in the lists, in a biased sample, and in the sample raked to margins of the lists.",
                        SimplexPicture.of(triangle, member),
                        survival(lists, sample, raked.table()));
    }

    private static double greatest(double mean) {
        try {
            throw new IllegalStateException("a die of mean " + mean + " was found: " + die(mean));
        } catch (InfeasibleException none) {
            return none.separation().greatest();
        }
    }

    /** Draws with replacement, plus a half in each cell. */
    private static JointTable sample(JointTable lists) {
        double[] weights = lists.joint().toArray();
        for (int cell = 1; cell < weights.length; cell += 2) {
            weights[cell] *= BIAS;
        }
        double[] chances = Probabilities.normalized(weights).toArray();
        double[] counts = new double[weights.length];
        Arrays.fill(counts, 0.5);
        SplittableRandom random = new SplittableRandom(1912);
        for (int draw = 0; draw < DRAWS; draw++) {
            double u = random.nextDouble();
            int cell = 0;
            while (cell < chances.length - 1 && u >= chances[cell]) {
                u -= chances[cell++];
            }
            counts[cell]++;
        }
        return JointTable.of(
                new int[] {4, 2, 2}, Probabilities.normalized(counts).toArray());
    }

    private static double survived(JointTable table, int who, int sex) {
        double yes = table.probability(who, sex, 1);
        return yes / (yes + table.probability(who, sex, 0));
    }

    private static Figure survival(JointTable lists, JointTable sample, JointTable raked) {
        List<String> names = CLASSES.stream()
                .flatMap(c -> List.of(c + " ♂", c + " ♀").stream())
                .toList();
        double[] places = new double[names.size()];
        Arrays.setAll(places, i -> i);
        return Figure.titled("Who survived the Titanic")
                .axes("", "share that survived")
                .yRange(0, 1.7)
                .bars("the lists", names, shares(lists))
                .points("the sample", places, shares(sample))
                .points("the sample, raked", places, shares(raked));
    }

    private static double[] shares(JointTable table) {
        double[] shares = new double[2 * CLASSES.size()];
        Arrays.setAll(shares, i -> survived(table, i / 2, i % 2));
        return shares;
    }

    @Override
    public List<String> listings() {
        return List.of("die", "rake");
    }
}
