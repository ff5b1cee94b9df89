package org.legendre.geometry.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.legendre.geometry.DomainException;

/** The catalogue: every shipped family by its name, for tables, tools and tests that run over all of them. */
public final class Families {
    private static final Map<String, Entry> CATALOGUE = new LinkedHashMap<>();

    static {
        fixed(Bernoulli.FAMILY);
        sized("categorical", List.of("p1 .. pk"), Categorical::family, Categorical::of);
        fixed(Poisson.FAMILY);
        fixed(Normal.FAMILY);
        fixed(Exponential.FAMILY);
        fixed(Gamma.FAMILY);
        fixed(Beta.FAMILY);
        sized("dirichlet", List.of("alpha1 .. alphak"), Dirichlet::family, Dirichlet::of);
        sized(
                "multivariate-normal",
                List.of("d", "mean(d)", "covariance(d x d)"),
                MultivariateNormal::family,
                MultivariateNormal::of);
    }

    private Families() {}

    /**
     * A row of the catalogue: a family, or a series of families indexed by a size (the classes of a categorical, the dimension of a
     * multivariate normal).
     */
    public static final class Entry {
        private final String name;
        private final List<String> parameterNames;
        private final boolean sized;
        private final IntFunction<ExponentialFamily<?, ?>> family;
        private final Function<double[], Member<?, ?>> member;

        private Entry(
                String name,
                List<String> parameterNames,
                boolean sized,
                IntFunction<ExponentialFamily<?, ?>> family,
                Function<double[], Member<?, ?>> member) {
            this.name = name;
            this.parameterNames = parameterNames;
            this.sized = sized;
            this.family = family;
            this.member = member;
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
         * Whether this is a series of families indexed by a size.
         *
         * @return true for categorical, Dirichlet, multivariate normal
         */
        public boolean sized() {
            return sized;
        }

        /**
         * The family of the given size.
         *
         * @param size the number of classes or the dimension; a family without a size ignores it
         * @return the family
         */
        public ExponentialFamily<?, ?> family(int size) {
            return family.apply(size);
        }

        /**
         * The member of the given parameters.
         *
         * @param parameters the parameters, in the order of {@link #parameterNames}
         * @return the member
         * @throws DomainException if a parameter is outside its domain or their number is wrong
         */
        public Member<?, ?> of(double... parameters) {
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
     * KL(p‖q) of two members whose types are known only at run time.
     *
     * @param p the first argument
     * @param q the second argument
     * @return the divergence in nats
     * @throws DomainException if the two are not of one family
     */
    public static double kl(Member<?, ?> p, Member<?, ?> q) {
        return klTo(p, q);
    }

    private static <T, M extends Member<T, M>> double klTo(Member<T, M> p, Member<?, ?> q) {
        if (p.getClass() != q.getClass()) {
            throw new DomainException("second argument", q, "a member of the family of " + p);
        }
        // Members are final records of their own type M, so equal classes make the cast right.
        @SuppressWarnings("unchecked")
        M same = (M) q;
        return p.klTo(same);
    }

    private static void sized(
            String name,
            List<String> parameterNames,
            IntFunction<ExponentialFamily<?, ?>> family,
            Function<double[], Member<?, ?>> member) {
        CATALOGUE.put(name, new Entry(name, parameterNames, true, family, member));
    }

    private static void fixed(ExponentialFamily<?, ?> family) {
        CATALOGUE.put(
                family.name(), new Entry(family.name(), family.parameterNames(), false, size -> family, family::of));
    }
}
