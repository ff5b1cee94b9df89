package org.legendre.properties;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;

/**
 * The Fisher metric of a family in its other coordinates, on plain arrays: the source parameters and the expectations. Each part can be replaced
 * ({@code with…}), which is how a mutant is made.
 */
public final class ChartSubject implements Subject {
    private final PotentialSubject potential;
    private final UnaryOperator<double[]> source;
    private final Function<double[], double[][]> fisherInSource;
    private final Function<double[], double[][]> fisherInExpectation;

    private ChartSubject(
            PotentialSubject potential,
            UnaryOperator<double[]> source,
            Function<double[], double[][]> fisherInSource,
            Function<double[], double[][]> fisherInExpectation) {
        this.potential = potential;
        this.source = source;
        this.fisherInSource = fisherInSource;
        this.fisherInExpectation = fisherInExpectation;
    }

    /**
     * The charts of a family.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member
     * @param family the family
     * @return the subject
     */
    public static <T, M extends Member<T, M>> ChartSubject of(ExponentialFamily<T, M> family) {
        return of(FamilySubject.of(family).potential(), family);
    }

    static <T, M extends Member<T, M>> ChartSubject of(PotentialSubject potential, ExponentialFamily<T, M> family) {
        return new ChartSubject(
                potential,
                theta -> family.member(Vec.of(theta)).source().toArray(),
                theta -> family.member(Vec.of(theta)).fisherInSource().toMatrix(),
                theta -> family.member(Vec.of(theta)).fisherInExpectation().toMatrix());
    }

    @Override
    public String name() {
        return potential.name();
    }

    @Override
    public Domain domain() {
        return potential.domain();
    }

    @Override
    public boolean resolves(double[] theta) {
        return potential.resolves(theta);
    }

    /**
     * The log-partition, whose Hessian is the Fisher metric in θ.
     *
     * @return ψ
     */
    public PotentialSubject potential() {
        return potential;
    }

    /**
     * The source coordinates of a member.
     *
     * @param theta θ
     * @return the source coordinates, a new array
     */
    public double[] source(double[] theta) {
        return source.apply(theta.clone());
    }

    /**
     * The Fisher metric in source coordinates.
     *
     * @param theta θ of the member
     * @return its rows
     */
    public double[][] fisherInSource(double[] theta) {
        return fisherInSource.apply(theta.clone());
    }

    /**
     * The Fisher metric in expectation coordinates.
     *
     * @param theta θ of the member
     * @return its rows
     */
    public double[][] fisherInExpectation(double[] theta) {
        return fisherInExpectation.apply(theta.clone());
    }

    /**
     * The same charts with another ψ.
     *
     * @param other ψ
     * @return the subject
     */
    public ChartSubject withPotential(PotentialSubject other) {
        return new ChartSubject(other, source, fisherInSource, fisherInExpectation);
    }

    /**
     * The same subject with other source coordinates; the other parts stay.
     *
     * @param other θ ↦ source
     * @return the subject
     */
    public ChartSubject withSource(UnaryOperator<double[]> other) {
        return new ChartSubject(potential, other, fisherInSource, fisherInExpectation);
    }

    /**
     * The same subject with another Fisher matrix in source coordinates; the other parts stay.
     *
     * @param other θ ↦ rows
     * @return the subject
     */
    public ChartSubject withFisherInSource(Function<double[], double[][]> other) {
        return new ChartSubject(potential, source, other, fisherInExpectation);
    }

    /**
     * The same subject with another Fisher matrix in expectation coordinates; the other parts stay.
     *
     * @param other θ ↦ rows
     * @return the subject
     */
    public ChartSubject withFisherInExpectation(Function<double[], double[][]> other) {
        return new ChartSubject(potential, source, fisherInSource, other);
    }

    @Override
    public String toString() {
        return name();
    }
}
