package org.legendre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.legendre.examples.chapter.Accountable;
import org.legendre.examples.chapter.CoveringOrChoosing;
import org.legendre.examples.chapter.Example;
import org.legendre.examples.chapter.FarApart;
import org.legendre.examples.chapter.Findings;
import org.legendre.examples.chapter.Findings.Finding;
import org.legendre.examples.chapter.FisherUpClose;
import org.legendre.examples.chapter.ForwardAndReverse;
import org.legendre.examples.chapter.FourCharts;
import org.legendre.examples.chapter.Iris;
import org.legendre.examples.chapter.LargeNumbers;
import org.legendre.examples.chapter.LastDigit;
import org.legendre.examples.chapter.LayerByLayer;
import org.legendre.examples.chapter.NearestDistribution;
import org.legendre.examples.chapter.OnTrial;
import org.legendre.examples.chapter.Plateau;
import org.legendre.examples.chapter.Portfolio;
import org.legendre.examples.chapter.Surprises;
import org.legendre.examples.chapter.ThreeSpecies;
import org.legendre.examples.chapter.TwoCoins;
import org.legendre.examples.chapter.UncertainWeights;
import org.legendre.examples.chapter.Wagers;
import org.legendre.examples.chapter.WastedBits;
import org.legendre.examples.chapter.WhichFisher;
import org.legendre.examples.data.Texts;

/** Every number that the atlas prints, against values from elsewhere: a chapter's numbers and this list have to be the same. */
class AtlasNumbersTest {
    private record Expected(String what, double value, double tolerance) {}

    private static Expected exactly(String what, double value) {
        return new Expected(what, value, 0);
    }

    private static Expected near(String what, double value, double tolerance) {
        return new Expected(what, value, tolerance);
    }

    private static Stream<DynamicTest> check(Example example, boolean full, Expected... expected) {
        Findings findings = example.work(full, line -> {});
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest(
                "every number is expected",
                () -> assertEquals(
                        Stream.of(expected).map(Expected::what).toList(),
                        findings.numbers().stream().map(Finding::what).toList())));
        for (Expected one : expected) {
            tests.add(DynamicTest.dynamicTest(one.what, () -> {
                Finding found = findings.numbers().stream()
                        .filter(f -> f.what().equals(one.what))
                        .findFirst()
                        .orElseThrow();
                assertEquals(one.value, found.value(), one.tolerance);
            }));
        }
        return tests.stream();
    }

    /** Cover and Thomas, Elements of Information Theory, chapter 2; closed forms evaluated in 20-digit arithmetic. */
    @TestFactory
    Stream<DynamicTest> twoCoins() {
        return check(
                new TwoCoins(),
                false,
                near("KL(fair‖bent)", .5108256237659907, 1e-15),
                near("KL(bent‖fair)", .3680642071684971, 1e-15),
                near("KL(fair‖bent) in bits", .7369655941662062, 1e-15),
                near("KL(bent‖fair) in bits", .5310044064107188, 1e-15),
                near("Jeffreys' divergence, the sum of both", .8788898309344878, 1e-15),
                near("Jensen–Shannon divergence", .10174922507919669, 1e-15),
                near("black swan: prior 0.01, then certain", Math.log(100) / Math.log(2), 1e-14),
                near("even chance: prior 0.5, then certain", 1, 1e-15),
                exactly("infinite surprise: KL(fair‖(1, 0))", Double.POSITIVE_INFINITY),
                exactly("Gibbs: the least KL(fair‖q) over 999 coins q", 0),
                exactly("… reached at q(heads)", .5));
    }

    /** Stationary points from 30-digit arithmetic. */
    @TestFactory
    Stream<DynamicTest> forwardAndReverse() {
        return check(
                new ForwardAndReverse(),
                false,
                near("forward fit: mean", 0, 1e-14),
                near("forward fit: variance", 10, 1e-13),
                near("forward fit: KL(P‖q)", .4619946135, 1e-10),
                exactly("forward fit: steps", 1),
                near("reverse fit on a peak: mean", 2.98430598783574, 1e-9),
                near("reverse fit on a peak: standard deviation", 1.02336855966119, 1e-9),
                near("reverse fit on a peak: KL(q‖P)", .6887689959, 1e-10),
                near("reverse fit between the peaks: mean", 0, 1e-9),
                near("reverse fit between the peaks: standard deviation", 2.74376930909121, 1e-9),
                near("reverse fit between the peaks: KL(q‖P)", .8406214313, 1e-10));
    }

    /** Stationary points and the place of the change from 30-digit arithmetic; α = 0 and the least α from moments of r ∝ P^((1−α)/2) q^((1+α)/2) on a grid of step 1e-4. */
    @TestFactory
    Stream<DynamicTest> coveringOrChoosing() {
        return check(
                new CoveringOrChoosing(),
                false,
                exactly("stationary points of KL(q‖P)", 5),
                near("on a peak: mean", 2.98430598783574, 1e-12),
                near("on a peak: standard deviation", 1.02336855966119, 1e-12),
                near("on a peak: KL(q‖P)", .6887689959, 5e-11),
                near("centred: standard deviation", 2.74376930909121, 1e-12),
                near("centred: KL(q‖P)", .8406214313, 5e-11),
                near("saddle: mean", 1.8405, 5e-5),
                near("saddle: standard deviation", 2.1038, 5e-5),
                near("saddle: KL(q‖P)", .9719779, 5e-8),
                near("a at which the reverse fit changes sides", 2.80008, 5e-6),
                near("α = 0: standard deviation", 3.0498790982900235, 1e-8),
                near("least α of 41 with a fit on a peak", .1, 1e-15),
                exactly("correlation 0.9: deviation of the forward product", 1),
                near("correlation 0.9: deviation of the reverse product", .4358898943540674, 1e-15),
                near("correlation 0.9: KL, either way", .8303656034108254, 2e-15),
                near("spins: magnetisation of the mean field", .5, 1e-13),
                near("spins: KL of the mean field", .4977966234812372, 1e-14));
    }

    /** The die to 30 digits; the triangle by bisection; the table by 3000 sweeps over the same counts in numpy. */
    @TestFactory
    Stream<DynamicTest> nearestDistribution() {
        return check(
                new NearestDistribution(),
                false,
                near("die of mean 4.5: λ", .371048938081033, 5e-16),
                near("die of mean 4.5: entropy", 1.613581098153829, 1e-15),
                near("die of mean 4.5: chance of a six", .3474940657740611, 1e-15),
                near("… by generalised iterative scaling", .3474940657740611, 1e-13),
                exactly("die of mean 6.5: what its expectation cannot exceed", 6),
                near("triangle: KL(p‖q)", .7301100148199459, 1e-15),
                near("triangle: KL(p‖p*)", .15167186896978438, 1e-15),
                near("triangle: KL(p*‖q)", .5784381458501613, 1e-15),
                near("Titanic: KL(truth‖sample)", .2760598447035951, 1e-14),
                near("Titanic: KL(truth‖raked)", .027791340541200613, 1e-13),
                near("Titanic: KL(raked‖sample)", .24826850416239454, 1e-13),
                near("survived, women of the first class: truth", 141.0 / 145, 1e-15),
                near("… in the sample", 32.5 / 33, 1e-15),
                near("… after raking", .9434877894305398, 1e-12));
    }

    /** Half the variance of ⟨v, T⟩, by hand; ψ′(2) = π²/6 − 1. */
    @TestFactory
    Stream<DynamicTest> fisherUpClose() {
        double trigammaOfTwo = Math.PI * Math.PI / 6 - 1;
        return check(
                new FisherUpClose(),
                false,
                near("Poisson(3): ½vᵀGv", 1.5, 1e-14),
                near("Poisson(3): slope of the error", 1, 1e-3),
                near("N(1, 2): ½vᵀGv", .53, 1e-14),
                near("N(1, 2): slope of the error", 1, 1e-3),
                near("Gamma(2, 3): ½vᵀGv", 0.5 * (trigammaOfTwo + 1 / 3.0 + 0.5 / 9), 1e-14),
                near("Gamma(2, 3): slope of the error", 1, 1e-3),
                near("Categorical(.2, .3, .5): ½vᵀGv", .62, 1e-14),
                near("Categorical(.2, .3, .5): slope of the error", 1, 1e-3));
    }

    /** Closed forms in 40-digit arithmetic. */
    @TestFactory
    Stream<DynamicTest> farApart() {
        return check(
                new FarApart(),
                false,
                near("KL(N(0, 1)‖N(1, 1.5²))", 0.34990955255260886, 1e-15),
                near("KL(N(1, 1.5²)‖N(0, 1))", 0.7195348918918356, 1e-15),
                near("Rényi, order ½", 0.23388886151969027, 1e-15),
                near("Rényi, order 2", 0.4702630176829305, 1e-15),
                near("Bhattacharyya", 0.11694443075984513, 1e-15),
                near("Hellinger distance", 0.3322128412476451, 1e-15),
                near("Chernoff information", 0.12060889847982201, 1e-15),
                near("… at the weight of p", 0.41118504952957197, 1e-14),
                near("Fisher–Rao distance", 0.9802581434685472, 1e-15),
                near("Fisher–Rao, N(1e12, 1) to N(1e12, 2²)", 0.9802581434685472, 1e-15),
                near("Rényi, N(0, 4) to N(0, 1), order 1.3", 3.144494641096799, 1e-14),
                exactly("Rényi, N(0, 4) to N(0, 1), order 1.4", Double.POSITIVE_INFINITY));
    }

    /** 50-digit arithmetic; what the textbook formulas give is rounding error, which differs between machines in its last digits. */
    @TestFactory
    Stream<DynamicTest> lastDigit() {
        return check(
                new LastDigit(),
                false,
                near("N(0, 2) to N(0, 2 + 2t), t = 1e-9: textbook", 0, 1e-15),
                near("N(0, 2) to N(0, 2 + 2t), t = 1e-9: library", 2.500000410368538e-19, 1e-33),
                near("Poisson(3) to (3 + 3t), t = 1e-9: textbook", 0, 1e-14),
                near("Poisson(3) to (3 + 3t), t = 1e-9: library", 1.500000247221123e-18, 1e-32),
                near("Bernoulli(.3) to (.3 + .3t), t = 1e-9: textbook", 0, 1e-15),
                near("Bernoulli(.3) to (.3 + .3t), t = 1e-9: library", 2.1428574966424208e-19, 1e-33),
                near("KL of Gamma(1e10, 1) to Gamma(1e10 + 1, 1): textbook", 0, 1e-4),
                near("KL of Gamma(1e10, 1) to Gamma(1e10 + 1, 1): library", 5.0000000000833335e-11, 1e-24),
                near("entropy of Beta(1e3, 1e10): textbook", -18.153, 1e-2),
                near("entropy of Beta(1e3, 1e10): library", -18.153368323872478, 1e-13),
                near("entropy of Dirichlet(1e15, 1e15): textbook", 0, 100),
                near("entropy of Dirichlet(1e15, 1e15): library", -16.89017043509059, 1e-13),
                near("KL of N(0, 1e-300) to N(0, 1): library", 344.88776394910684, 1e-12));
    }

    /** Counts of laws; a correct family breaks none, and each part is seen to a few last digits. */
    @TestFactory
    Stream<DynamicTest> onTrial() {
        return check(
                new OnTrial(),
                false,
                exactly("laws that a correct family is held to", 56),
                exactly("laws broken by a correct family", 0),
                exactly("laws broken by the wrong sign of T", 17),
                exactly("smallest relative error in KL that a law rejects", 1e-13),
                exactly("smallest relative error in ψ that a law rejects", 1e-13),
                exactly("smallest relative error in ∇ψ that a law rejects", 1e-13),
                exactly("smallest relative error in Fisher that a law rejects", 1e-13),
                exactly("smallest relative error in ∇ψ* that a law rejects", 1e-13));
    }

    /** Wealths of the portfolio literature on these data (Cover 1991; Helmbold et al. 1998); the optimum certified to a gap of 1e-15. */
    @TestFactory
    Stream<DynamicTest> portfolio() {
        return check(
                new Portfolio(),
                false,
                near("wealth: market (equal buy and hold)", 14.4973082771, 1e-9),
                near("wealth: best stock", 54.1403643616, 1e-9),
                near("wealth: equal weights, rebalanced daily", 27.07524634, 1e-8),
                near("wealth: exponentiated gradient, η = 0.05", 27.0948896003, 1e-9),
                near("wealth: best constant-rebalanced portfolio", 250.59707492, 1e-7),
                near("… its mean daily log return", .000977498915253815, 2e-15),
                exactly("… certified to within (mean daily log return)", 1e-14),
                near("… weight of stock 5", .27673488, 2e-7),
                near("… weight of stock 8", .19530288, 2e-7),
                near("… weight of stock 19", .09271132, 2e-7),
                near("… weight of stock 22", .25070615, 2e-7),
                near("… weight of stock 25", .18454476, 2e-7),
                near("regret of exponentiated gradient against it", Math.log(250.59707492 / 27.0948896003), 1e-8),
                near("… which its theorem bounds by", 116.9781137, 1e-6));
    }

    /** Coefficients and deviance as every statistics package has them; the descent from an independent implementation. */
    /** The optimum is that of the reference run to 7e-12; distance and bound after 100 steps, and the regrets against the same coins, come from an independent program, in numpy. Steps of quasi-Newton methods vary with rounding. */
    @TestFactory
    Stream<DynamicTest> accountable() {
        return check(
                new Accountable(),
                false,
                near("least −log det", 17.5849101608, 1e-8),
                exactly("… certified to within", 1e-8),
                exactly("weights that are not 0", 198),
                near("steps, quasi-Newton in square roots of weights", 37, 8),
                near("steps, quasi-Newton in log weights", 119, 30),
                exactly("theorem kept after 100 steps (1: yes)", 1),
                exactly("its textbook bound is vacuous (1: yes)", 1),
                near("bound from interior points", .12962002347, 1e-8),
                near("distance from the optimum", .008226979387, 1e-9),
                near("regret of Hedge over its bound, n = 2", .5095737912816848, 1e-11),
                near("regret of Hedge over its bound, n = 10", .6723489800193728, 1e-11),
                near("regret of Hedge over its bound, n = 100", .8111913339685187, 1e-11),
                near("regret of Hedge over its bound, n = 1000", .9046406122326718, 1e-11));
    }

    @TestFactory
    Stream<DynamicTest> iris() {
        return check(
                new Iris(),
                true,
                near("coefficient: intercept", -42.63780381, 1e-8),
                near("coefficient: sepal length", -2.4652202, 1e-7),
                near("coefficient: sepal width", -6.68088701, 1e-8),
                near("coefficient: petal length", 9.42938515, 1e-8),
                near("coefficient: petal width", 18.28613689, 1e-8),
                near("deviance", 11.8985467914, 1e-10),
                exactly("Fisher scoring: steps", 11),
                near("gradient descent: deviance still missing after 2000 steps", 20.955619062, 1e-8),
                near("gradient descent: deviance still missing after 200000 steps", 1.4836074519, 1e-7));
    }

    /** Least squares, both matrices and Lagrange's equations of the best point on the ball by another program in forty digits. */
    @TestFactory
    Stream<DynamicTest> whichFisher() {
        return check(
                new WhichFisher(),
                false,
                near("intercept at 3 cm", .8841907277382434, 1e-13),
                near("slope", .4157554163524115, 1e-13),
                near("variance of the residuals", .04206730919499319, 1e-13),
                exactly("exact: steps to the optimum", 1),
                near("empirical: loss above the least after 10 steps", 16.2839053439874, 1e-11),
                near("empirical: loss above the least after 1000 steps", .026788894082253, 1e-12),
                near("empirical: angle of the first step to the way", 46.1213345056957, 1e-11),
                near("empirical: length of the first step over the way", .00923137565732815, 1e-14),
                near("angle between the differential and natural gradient", 25.4227984577153, 1e-12),
                near("angle of the best point at KL = 0.1", 1.737450154415, 1e-11),
                near("angle of the best point at KL = 0.001", .1514203238022697, 1e-11),
                near("angle of the best point at KL = 0.00001", .01482486959645924, 1e-9));
    }

    /** The steps of each chart in closed form, by another program in forty digits. */
    @TestFactory
    Stream<DynamicTest> fourCharts() {
        return check(
                new FourCharts(),
                false,
                near("charts apart after one step of 0.1, in (μ, σ²)", .5692099788303083, 1e-13),
                near("… after one step of 0.01", .00399680446652907, 1e-14),
                near("… after one step of 0.001", 3.890571229479741e-5, 1e-14),
                near("… at the time 1, in steps of 0.1", .3252381130118445, 1e-13),
                near("… at the time 1, in steps of 0.001", .002717819735707794, 1e-12),
                near("natural gradient in θ against mirror descent in η with ψ*: drift in 500 steps", 0, 1e-13),
                near("natural gradient in η against mirror descent in θ with ψ: drift in 500 steps", 0, 1e-13));
    }

    /** The same data in NumPy, with the three loops written out. */
    @TestFactory
    Stream<DynamicTest> plateau() {
        return check(
                new Plateau(),
                false,
                near("half the mean square error on the plateau", 0.009386726826151, 1e-13),
                exactly("gradient descent: steps to half of that", 1248),
                exactly("natural gradient at the same rate: steps", 25),
                exactly("adaptive damping: steps", 8),
                exactly("undamped unit steps: where they fail", 1));
    }

    /** The bound in thirty digits; the others from the runs themselves: covariances of other classes have no closed form, and stop within 1e-4. */
    @TestFactory
    Stream<DynamicTest> uncertainWeights() {
        return check(
                new UncertainWeights(),
                false,
                near("evidence lower bound, full covariance", -55.46513650153262, 2e-12),
                near("… its quadratures err by at most", 0, 1e-12),
                near("steps with ρ = ½ to 1e-8", 35, 1),
                near("steps with ρ = 1 to 1e-5", 35, 1),
                near("what a diagonal covariance loses", 11.998232, 1e-5),
                near("what a precision of rank 1 plus diagonal loses", 8.16694, 1e-3),
                near("… of rank 2", 6.04924, 1e-3),
                near("… of rank 4", 3.21448, 1e-3));
    }

    /** The maximum by the same iteration from the species themselves, in extended precision. */
    @TestFactory
    Stream<DynamicTest> threeSpecies() {
        return check(
                new ThreeSpecies(),
                false,
                near("log-likelihood", -180.185477131303, 1e-11),
                near("weight of the component of setosa", 1 / 3.0, 1e-12),
                near("weight of the component of versicolor", .299193188189, 1e-7),
                near("weight of the component of virginica", .367473478478, 1e-7),
                exactly("flowers whose most responsible component is another species'", 5));
    }

    /** No values from elsewhere: those of the first run. That the methods are what they say is tested where they are made; 2.303 is the loss of ten equal chances. */
    @TestFactory
    Stream<DynamicTest> layerByLayer() {
        return check(
                new LayerByLayer(),
                false,
                near("loss at the start", 2.447229624, 1e-9),
                near("K-FAC: loss after 5 steps", .0775498782, 1e-9),
                near("K-FAC: loss after 40 steps", .0170968230, 1e-9),
                near("EKFAC: loss after 5 steps", .0580744284, 1e-9),
                near("EKFAC: loss after 40 steps", .0172012129, 1e-9),
                near("exact: loss after 5 steps", .0507058490, 1e-9),
                near("exact: loss after 40 steps", .0165333572, 1e-9),
                near("gradient descent: loss after 5 steps", 1.5120396292, 1e-9),
                near("gradient descent: loss after 40 steps", .1604547830, 1e-9),
                near("gradient descent: loss after 400 steps", .0164894055, 1e-9),
                exactly("gradient descent: steps to the loss of five by K-FAC", 69));
    }

    /** By the bare formulas from the same text; an arithmetic code may spend two bits and its stated rounding more. */
    @TestFactory
    Stream<DynamicTest> wastedBits() {
        return check(
                new WastedBits(),
                false,
                exactly("bytes of the README", Texts.readme().length),
                near("entropy of a byte", ReadmeBits.entropy(), 1e-13),
                near("arithmetic code for p: wasted", 0, 3e-4),
                near("Huffman's code for p: wasted", ReadmeBits.huffman(), 1e-12),
                near("KL(README‖Java)", ReadmeBits.klToJava(), 1e-13),
                near("arithmetic code for Java: wasted", ReadmeBits.klToJava(), 3e-4),
                near("Huffman's code for Java: wasted", ReadmeBits.klToJava(), .1),
                near("KL(README‖uniform)", ReadmeBits.klToUniform(), 1e-13),
                near("arithmetic code for uniform bytes: wasted", ReadmeBits.klToUniform(), 3e-4));
    }

    /** Cover and Thomas, problem 3.13; binomials, sums of dice and Gibbs' law in 40-digit arithmetic (mpmath). */
    @TestFactory
    Stream<DynamicTest> largeNumbers() {
        return check(
                new LargeNumbers(),
                false,
                near("probability of the typical set, n = 25, ε = 0.1 bit", .9362462771170672, 1e-14),
                exactly("… number of its sequences", 26366510),
                exactly("… of all sequences", 26366510 / 33554432.0),
                near("Stein: KL(fair‖(0.8, 0.2))", .5 * Math.log(25 / 16.0), 1e-15),
                near("… rate of the best test at n = 400, level 0.05", .1781797109444164, 1e-14),
                near("Sanov: exponent of a mean of 4.5 of dice", Math.log(6) - 1.613581098153829, 1e-14),
                near("… its tilt λ", .371048938081033, 1e-14),
                near("… rate at n = 20", .2656011348833749, 1e-14),
                near("free energy of the uniform law above the least", .3443699666705705, 1e-15),
                near("… as a difference", .3443699666705705, 1e-14));
    }

    /** The same counts and windows in NumPy. */
    @TestFactory
    Stream<DynamicTest> surprises() {
        return check(
                new Surprises(),
                false,
                near("entropy of the digit", 3.3217753538402386, 1e-13),
                exactly("most informative pixel: row", 3),
                exactly("… column", 6),
                near("… what it tells", .6684731039377043, 1e-13),
                near("… in black and white", .39591277436133687, 1e-13),
                exactly("pixels that tell exactly nothing", 3),
                exactly("given it, the next one: row", 6),
                exactly("given it, the next one: column", 3),
                near("… what it adds, in black and white", .4686907293983118, 1e-13),
                exactly("days forecast", 5401),
                near("mean excess of surprise", .04106905575876824, 1e-12),
                near("greatest excess", 23.779248520930473, 1e-10),
                exactly("… on day", 1962),
                near("… when the mean log return was", .06277968362263413, 1e-15),
                exactly("days with an excess above 5 nats", 43));
    }

    /** Kelly's rates by hand; 2000 races to five standard errors; the portfolios by Cover's algorithm in NumPy, which had come to a gap of 6e-9. */
    @TestFactory
    Stream<DynamicTest> wagers() {
        double rate = .5 * Math.log(1.0) + .3 * Math.log(.9) + .2 * Math.log(1.2);
        double wrong = .5 * Math.log(.4) + .3 * Math.log(.9) + .2 * Math.log(3);
        return check(
                new Wagers(),
                false,
                near("best rate of growth at the races", rate, 1e-15),
                near("rate of the wrong belief", wrong, 1e-15),
                near("… lost, KL(p‖q)", .3 * Math.log(2.5), 1e-15),
                near("… lost in 2000 simulated races, for each", .3 * Math.log(2.5), .08),
                near("stock exchange: best growth", .000977498915253815, 2e-9),
                near("half-life of 4 years: KL(f‖g)", .5689357042328729, 1e-12),
                near("… growth lost", .000180584437, 5e-8));
    }

    @Test
    void theChaptersTestedAreThoseOfTheAtlas() {
        assertEquals(
                List.of(
                        "Two coins",
                        "Forward and reverse",
                        "Covering or choosing",
                        "The nearest distribution",
                        "KL is Fisher up close",
                        "How far apart",
                        "Wasted bits",
                        "Large numbers",
                        "What tells, and what surprises",
                        "Right to the last digit",
                        "A family on trial",
                        "Portfolio",
                        "Wagers",
                        "Every run accountable",
                        "Iris",
                        "Which Fisher?",
                        "One step, four charts",
                        "The plateau",
                        "Uncertain weights",
                        "Three species, found",
                        "Layer by layer"),
                Atlas.chapters().stream().map(Example::title).toList());
    }
}
