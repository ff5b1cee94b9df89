package org.legendre.geometry.family;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.SmoothMap;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * A curved exponential family: the members at θ(λ) of an exponential family, for a smooth map λ ↦ θ(λ) that is not affine. It is no exponential family:
 * there is no ψ and no dual coordinates of λ, and the statistic keeps all its coordinates. Densities and divergences are those of the larger family,
 * the Fisher metric is JᵀGJ with J = ∂θ/∂λ by automatic differentiation. Normals whose deviation is their mean:
 *
 * <pre>{@code
 * var curve = CurvedFamily.of(Normal.FAMILY, Domain.positive(1), // θ = (1/λ, −1/2λ²)
 *     l -> new DerivativeStructure[] {l[0].reciprocal(), l[0].multiply(l[0]).reciprocal().multiply(-0.5)});
 * double information = curve.of(2).fisherInSource().toMatrix()[0][0]; // 3/λ²
 * }</pre>
 *
 * <p>Source: B. Efron, Defining the curvature of a statistical problem, Ann. Statist. 3 (1975), section 3.
 *
 * @param <T> the type of an observation
 * @param <M> the type of a member of the larger family
 */
public final class CurvedFamily<T, M extends Member<T, M>> {
    private final ExponentialFamily<T, M> parent;
    private final Domain domain;
    private final SmoothMap map;

    private CurvedFamily(ExponentialFamily<T, M> parent, Domain domain, SmoothMap map) {
        this.parent = parent;
        this.domain = domain;
        this.map = map;
    }

    /**
     * The members at θ(λ).
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member of the larger family
     * @param parent the larger family
     * @param domain where λ lives
     * @param map λ ↦ θ(λ), one-to-one, into the domain of ψ
     * @return the curved family
     */
    public static <T, M extends Member<T, M>> CurvedFamily<T, M> of(
            ExponentialFamily<T, M> parent, Domain domain, SmoothMap map) {
        return new CurvedFamily<>(parent, domain, map);
    }

    /**
     * The larger family.
     *
     * @return the family that this is part of
     */
    public ExponentialFamily<T, M> parent() {
        return parent;
    }

    /**
     * Where λ lives.
     *
     * @return the domain of the map
     */
    public Domain domain() {
        return domain;
    }

    /**
     * The dimension of λ.
     *
     * @return k
     */
    public int dimension() {
        return domain.size();
    }

    /**
     * The member at λ.
     *
     * @param lambda λ
     * @return the member
     * @throws DomainException if λ is outside its domain, or θ(λ) not in that of ψ
     */
    public CurvedMember<T, M> member(Vec<Source> lambda) {
        DerivativeStructure[] theta = theta(lambda);
        double[] values =
                Arrays.stream(theta).mapToDouble(DerivativeStructure::getValue).toArray();
        int k = dimension();
        double[][] jacobian = new double[theta.length][k];
        int[] orders = new int[k];
        for (int i = 0; i < theta.length; i++) {
            for (int j = 0; j < k; j++) {
                orders[j] = 1;
                jacobian[i][j] = theta[i].getPartialDerivative(orders);
                orders[j] = 0;
            }
        }
        return new CurvedMember<>(this, lambda, parent.member(Vec.of(values)), jacobian);
    }

    /**
     * The member at λ.
     *
     * @param lambda λ
     * @return the member
     * @throws DomainException if λ is outside its domain, or θ(λ) not in that of ψ
     */
    public CurvedMember<T, M> of(double... lambda) {
        return member(Vec.of(lambda));
    }

    private DerivativeStructure[] theta(Vec<Source> lambda) {
        double[] x = domain.require("λ", lambda.toArray());
        DSFactory factory = new DSFactory(x.length, 1);
        DerivativeStructure[] variables = new DerivativeStructure[x.length];
        Arrays.setAll(variables, i -> factory.variable(i, x[i]));
        DerivativeStructure[] theta = map.value(variables);
        if (theta.length != parent.dimension()) {
            throw new DomainException("coordinates of θ(λ)", theta.length, "" + parent.dimension());
        }
        return theta;
    }

    @Override
    public String toString() {
        return "curved family of dimension " + dimension() + " in " + parent;
    }
}
