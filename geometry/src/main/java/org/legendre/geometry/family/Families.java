package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.DomainException;

/** The catalogue: every shipped family by its name, for tables, tools and tests that run over all of them. */
public final class Families {
    private static final Map<String, Entry> CATALOGUE = new LinkedHashMap<>();

    static {
        fixed(Bernoulli.FAMILY);
        shared(
                "categorical",
                List.of("p1 .. pk"),
                List.of("k"),
                Categorical::of,
                shared -> Categorical.family(count("k", shared[0])),
                new double[][] {{2}, {3}, {5}});
        fixed(Poisson.FAMILY);
        shared(
                "binomial",
                List.of("n", "p"),
                List.of("n"),
                Binomial::of,
                shared -> Binomial.family(Trials.of(shared[0])),
                new double[][] {{1}, {10}, {1000}});
        shared(
                "multinomial",
                List.of("n", "p1 .. pk"),
                List.of("n", "k"),
                Multinomial::of,
                shared -> Multinomial.family(Trials.of(shared[0]), count("k", shared[1])),
                new double[][] {{1, 3}, {10, 2}, {25, 4}});
        fixed(Geometric.FAMILY);
        shared(
                "negative-binomial",
                List.of("r", "p"),
                List.of("r"),
                NegativeBinomial::of,
                shared -> NegativeBinomial.family(shared[0]),
                new double[][] {{0.5}, {3}, {40}});
        fixed(LogarithmicSeries.FAMILY);
        fixed(ConwayMaxwellPoisson.FAMILY);
        fixed(Normal.FAMILY);
        fixed(Exponential.FAMILY);
        fixed(Gamma.FAMILY);
        fixed(Beta.FAMILY);
        shared(
                "dirichlet",
                List.of("alpha1 .. alphak"),
                List.of("k"),
                Dirichlet::of,
                shared -> Dirichlet.family(count("k", shared[0])),
                new double[][] {{2}, {3}, {5}});
        shared(
                "multivariate-normal",
                List.of("d", "mean(d)", "covariance(d x d)"),
                List.of("d"),
                MultivariateNormal::of,
                shared -> MultivariateNormal.family(count("d", shared[0])),
                new double[][] {{2}, {3}, {5}});
        shared(
                "multivariate-normal-known-covariance",
                List.of("d", "mean(d)", "covariance(d x d)"),
                List.of("d", "covariance(d x d)"),
                MultivariateNormalKnownCovariance::of,
                shared -> MultivariateNormalKnownCovariance.family(
                        Packed.matrix(Packed.dimension("d, covariance", shared, 0), shared, 1)),
                new double[][] {{1, 2}, {2, 2, 0.5, 0.5, 1}});
        shared(
                "multivariate-normal-known-mean",
                List.of("d", "mean(d)", "covariance(d x d)"),
                List.of("d", "mean(d)"),
                MultivariateNormalKnownMean::of,
                shared -> MultivariateNormalKnownMean.family(
                        Packed.slice(Packed.dimension("d, mean", shared, 0), shared, 1)),
                new double[][] {{2, 0, 0}, {3, 1, -1, 2}});
        shared(
                "diagonal-normal",
                List.of("d", "mean(d)", "variance(d)"),
                List.of("d"),
                DiagonalNormal::of,
                shared -> DiagonalNormal.family(count("d", shared[0])),
                new double[][] {{2}, {3}});
        shared(
                "isotropic-normal",
                List.of("d", "mean(d)", "variance"),
                List.of("d"),
                IsotropicNormal::of,
                shared -> IsotropicNormal.family(count("d", shared[0])),
                new double[][] {{2}, {3}});
        shared(
                "wishart",
                List.of("df", "d", "scale(d x d)"),
                List.of("d"),
                Wishart::of,
                shared -> Wishart.family(count("d", shared[0])),
                new double[][] {{1}, {2}, {3}});
        shared(
                "inverse-wishart",
                List.of("df", "d", "scale(d x d)"),
                List.of("d"),
                InverseWishart::of,
                shared -> InverseWishart.family(count("d", shared[0])),
                new double[][] {{2}, {3}});
        fixed(NormalGamma.FAMILY);
        shared(
                "normal-inverse-wishart",
                List.of("d", "mean(d)", "count", "df", "scale(d x d)"),
                List.of("d"),
                NormalInverseWishart::of,
                shared -> NormalInverseWishart.family(count("d", shared[0])),
                new double[][] {{1}, {2}});
        shared(
                "matrix-normal",
                List.of(
                        "rows",
                        "columns",
                        "mean(rows x columns)",
                        "covariance(rows x rows)",
                        "covariance(columns x columns)"),
                List.of("rows", "columns", "covariance(columns x columns)"),
                MatrixNormal::of,
                shared -> MatrixNormal.family(
                        Packed.dimension("rows, columns, covariance", shared, 0),
                        Packed.matrix(Packed.dimension("rows, columns, covariance", shared, 1), shared, 2)),
                new double[][] {{1, 2, 1, 0.5, 0.5, 2}, {2, 2, 2, 0.5, 0.5, 1}});
        shared(
                "boltzmann-machine",
                List.of("units", "biases(units)", "couplings(units (units - 1)/2)"),
                List.of("units"),
                BoltzmannMachine::of,
                shared -> BoltzmannMachine.family(count("units", shared[0])),
                new double[][] {{1}, {2}, {3}});
        fixed(LogNormal.FAMILY);
        fixed(InverseGamma.FAMILY);
        fixed(ChiSquared.FAMILY);
        fixed(Laplace.FAMILY);
        shared(Weibull::new, Weibull::family, "shape", new double[][] {{0.7}, {1}, {2.5}});
        shared(Pareto::new, Pareto::family, "minimum", new double[][] {{0.4}, {3}});
        fixed(Rayleigh.FAMILY);
        fixed(InverseGaussian.FAMILY);
        CATALOGUE.put(
                "cauchy",
                new Entry("cauchy", List.of("location", "scale"), List.of(), Cauchy::of, null, new double[][] {}));
        shared(NormalKnownVariance::new, NormalKnownVariance::family, "variance", new double[][] {{0.3}, {1}, {40}});
        shared(NormalKnownMean::new, NormalKnownMean::family, "mean", new double[][] {{0}, {-2.5}});
        fixed(GeneralizedInverseGaussian.FAMILY);
        fixed(VonMises.FAMILY);
        shared(
                "von-mises-fisher",
                List.of("mean(d)", "kappa"),
                List.of("d"),
                VonMisesFisher::of,
                shared -> VonMisesFisher.family(count("d", shared[0])),
                new double[][] {{2}, {3}, {5}});
    }

    private Families() {}

    /**
     * A row of the catalogue: a family of distributions, or a series of families indexed by what their members share (the classes of a
     * categorical, the dimension of a multivariate normal, the trials of a binomial).
     */
    public static final class Entry {
        private final String name;
        private final List<String> parameterNames;
        private final List<String> sharedNames;
        private final Function<double[], Distribution<?, ?>> member;
        private final @Nullable Function<double[], ExponentialFamily<?, ?>> family;
        private final double[][] examples;

        private Entry(
                String name,
                List<String> parameterNames,
                List<String> sharedNames,
                Function<double[], Distribution<?, ?>> member,
                @Nullable Function<double[], ExponentialFamily<?, ?>> family,
                double[][] examples) {
            this.name = name;
            this.parameterNames = List.copyOf(parameterNames);
            this.sharedNames = List.copyOf(sharedNames);
            this.member = member;
            this.family = family;
            this.examples = examples;
        }

        /**
         * The name.
         *
         * @return such as {@code "gamma"}
         */
        public String name() {
            return name;
        }

        /**
         * What {@link #of} takes, in order.
         *
         * @return such as {@code [shape, rate]}; {@code p1 .. pk} stands for as many as there are
         */
        public List<String> parameterNames() {
            return parameterNames;
        }

        /**
         * What the members of one family share, the arguments of {@link #family}.
         *
         * @return such as {@code [k]} for the categorical; empty where there is one family only
         */
        public List<String> sharedNames() {
            return sharedNames;
        }

        /**
         * Whether the distributions are exponential families.
         *
         * @return false for the Cauchy distributions
         */
        public boolean exponential() {
            return family != null;
        }

        /**
         * The family of the given shared parameters.
         *
         * @param shared as many numbers as there are {@link #sharedNames}, vectors and matrices among them entry by entry
         * @return the family
         * @throws DomainException if the distributions are no exponential family, or the shared parameters are not legal
         */
        public ExponentialFamily<?, ?> family(double... shared) {
            if (family == null) {
                throw new DomainException("distribution", name, "an exponential family");
            }
            // A vector or matrix among them has as many numbers as the dimension says; the factory checks those.
            boolean fixed = sharedNames.stream().noneMatch(shape -> shape.endsWith(")"));
            return family.apply(
                    fixed
                            ? DomainException.requireLength(
                                    "shared parameters " + sharedNames, shared.clone(), sharedNames.size())
                            : shared.clone());
        }

        /**
         * Families to try things on: the only one, or those of a few shared parameters.
         *
         * @return typical families; empty if the distributions are no exponential family
         */
        public List<ExponentialFamily<?, ?>> examples() {
            List<ExponentialFamily<?, ?>> families = new ArrayList<>();
            for (double[] shared : examples) {
                families.add(family(shared));
            }
            return families;
        }

        /**
         * The distribution of the given parameters.
         *
         * @param parameters the parameters, in the order of {@link #parameterNames}
         * @return the distribution, a {@link Member} where {@link #exponential}
         * @throws DomainException if a parameter is outside its domain or their number is wrong
         */
        public Distribution<?, ?> of(double... parameters) {
            return member.apply(parameters.clone());
        }

        @Override
        public String toString() {
            return name + "(" + String.join(", ", parameterNames) + ")";
        }
    }

    /**
     * The row of a name.
     *
     * @param name such as {@code "gamma"}
     * @return the row
     * @throws DomainException if there is no such family, with the names that there are
     */
    public static Entry named(String name) {
        Entry entry = CATALOGUE.get(name);
        if (entry == null) {
            throw new DomainException("family", name, "one of " + CATALOGUE.keySet());
        }
        return entry;
    }

    /**
     * The whole catalogue.
     *
     * @return all rows, in order
     */
    public static List<Entry> all() {
        return List.copyOf(CATALOGUE.values());
    }

    /**
     * KL(p‖q) of two distributions whose types are known only at run time.
     *
     * @param p the first argument
     * @param q the second argument
     * @return the divergence in nats
     * @throws DomainException if the two are not of one kind
     */
    public static double kl(Distribution<?, ?> p, Distribution<?, ?> q) {
        return klTo(p, q);
    }

    private static <T, M extends Distribution<T, M>> double klTo(Distribution<T, M> p, Distribution<?, ?> q) {
        return p.klTo(Families.<M>same(p, q));
    }

    /**
     * The skewed Jensen divergence of two members whose types are known only at run time.
     *
     * @param p the first argument
     * @param q the second argument
     * @param alpha the weight of p
     * @return {@link Member#skewedJensen}
     * @throws DomainException if the two are not of one kind
     */
    public static double skewedJensen(Member<?, ?> p, Member<?, ?> q, double alpha) {
        return skewed(p, q, alpha);
    }

    private static <T, M extends Member<T, M>> double skewed(Member<T, M> p, Member<?, ?> q, double alpha) {
        return p.skewedJensen(Families.<M>same(p, q), alpha);
    }

    /**
     * The Fisher–Rao distance of two distributions whose types are known only at run time.
     *
     * @param p the one end
     * @param q the other end
     * @return {@link FisherRao#fisherRaoTo}
     * @throws DomainException if the two are not of one kind
     */
    public static double fisherRao(FisherRao<?> p, FisherRao<?> q) {
        return distance(p, q);
    }

    private static <M extends FisherRao<M>> double distance(FisherRao<M> p, FisherRao<?> q) {
        return p.fisherRaoTo(Families.<M>same(p, q));
    }

    /** q as the own type of p: distributions are final classes of their own type M, so equal classes make the cast right. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <M> M same(Object p, Object q) {
        if (p.getClass() != q.getClass()) {
            throw new DomainException("second argument", q, "a distribution of the family of " + p);
        }
        return (M) q;
    }

    /** A shared parameter that has to be a whole number; its factory checks its size. */
    private static int count(String name, double value) {
        int count = (int) value;
        if (count != value) {
            throw new DomainException(name, value, "a whole number");
        }
        return count;
    }

    /** Two parameters of which one is shared. */
    private static void shared(
            BinaryMember member,
            DoubleFunction<ExponentialFamily<?, ?>> family,
            String sharedName,
            double[][] examples) {
        ExponentialFamily<?, ?> example = family.apply(examples[0][0]);
        List<String> names = example.parameterNames();
        shared(
                example.name(),
                names,
                List.of(sharedName),
                parameters -> {
                    DomainException.requireLength("parameters (" + String.join(", ", names) + ")", parameters, 2);
                    return member.of(parameters[0], parameters[1]);
                },
                shared -> family.apply(shared[0]),
                examples);
    }

    private interface BinaryMember {
        Distribution<?, ?> of(double first, double second);
    }

    private static void fixed(ExponentialFamily<?, ?> family) {
        shared(family.name(), family.parameterNames(), List.of(), family::of, none -> family, new double[][] {{}});
    }

    private static void shared(
            String name,
            List<String> parameterNames,
            List<String> sharedNames,
            Function<double[], Distribution<?, ?>> member,
            Function<double[], ExponentialFamily<?, ?>> family,
            double[][] examples) {
        CATALOGUE.put(name, new Entry(name, parameterNames, sharedNames, member, family, examples));
    }
}
