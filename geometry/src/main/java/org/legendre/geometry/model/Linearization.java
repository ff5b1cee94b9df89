package org.legendre.geometry.model;

/**
 * A {@link ParametricModel} at one input x and one w: θ(x; w) and its Jacobian J = ∂θ/∂w, known by its products. It remembers what the products need, such as the activations of layers, so that each costs about as
 * much as θ itself. Arrays in and out; lengths are not checked.
 */
public interface Linearization {
    /**
     * The natural coordinates of the output.
     *
     * @return θ(x; w), not to be changed; it may be outside the domain of the family
     */
    double[] natural();

    /**
     * The Jacobian–vector product, by which tangents push forward.
     *
     * @param v a tangent of w
     * @param out takes Jv
     */
    void push(double[] v, double[] out);

    /**
     * The vector–Jacobian product, by which covectors pull back; added, so that sums over data need no scratch space.
     *
     * @param u a covector of θ
     * @param out takes out + Jᵀu
     */
    void pull(double[] u, double[] out);
}
