package org.legendre.optimize;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.FermiDirac;
import org.legendre.geometry.HalfSquaredNorm;
import org.legendre.geometry.Hypentropy;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.LogDeterminant;
import org.legendre.geometry.NegativeEntropy;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Quadratic;
import org.legendre.geometry.SeparablePotential;
import org.legendre.geometry.VonNeumann;
import org.legendre.geometry.Weights;

/** Which mirror map has a closed-form step, or one in one unknown, on which constraint: the first row that fits. */
final class MirrorTable {
    private static final String SEPARABLE =
            "any separable map (negative entropy, Burg, Tsallis, Fermi–Dirac, half squared norm, hyperbolic entropy)";

    private static final List<Row> ROWS = List.of(
            new Row(
                    "the negative entropy",
                    MirrorTable::isEntropy,
                    "the simplex",
                    Simplex.class,
                    (phi, dual, set) -> EntropyStep.onSimplices(phi.domain(), (UnitSums) set)),
            new Row(
                    "the negative entropy",
                    MirrorTable::isEntropy,
                    "a product of simplices",
                    Simplices.class,
                    (phi, dual, set) -> EntropyStep.onSimplices(phi.domain(), (UnitSums) set)),
            new Row(
                    SEPARABLE,
                    MirrorTable::isSeparable,
                    "the simplex, a capped simplex or a product of simplices",
                    UnitSums.class,
                    (phi, dual, set) ->
                            new SumStep((SeparablePotential) phi, (SeparablePotential) dual, (UnitSums) set)),
            new Row(
                    SEPARABLE,
                    MirrorTable::isSeparable,
                    "a box",
                    Box.class,
                    (phi, dual, set) -> new BoxStep((SeparablePotential) phi, (SeparablePotential) dual, (Box) set)),
            new Row(
                    "half the squared norm or the hyperbolic entropy",
                    pair -> pair.phi() instanceof HalfSquaredNorm || pair.phi() instanceof Hypentropy,
                    "the l1 ball",
                    CrossPolytope.class,
                    (phi, dual, set) ->
                            new BallStep((SeparablePotential) phi, (SeparablePotential) dual, (CrossPolytope) set)),
            new Row(
                    "half the squared norm or a quadratic form",
                    pair -> pair.phi() instanceof HalfSquaredNorm || pair.phi() instanceof Quadratic,
                    "an affine set",
                    Affine.class,
                    (phi, dual, set) -> new AffineStep(phi, (Affine) set)),
            new Row(
                    "von Neumann's entropy",
                    pair -> pair.phi() instanceof VonNeumann,
                    "the spectrahedron",
                    Spectrahedron.class,
                    (phi, dual, set) -> new SpectralStep(
                            phi,
                            dual,
                            (Spectrahedron) set,
                            EntropyStep.onSimplices(Domain.positive(((Spectrahedron) set).d()), Simplex.INSTANCE))),
            new Row(
                    "the log-determinant",
                    pair -> pair.phi() instanceof LogDeterminant,
                    "the spectrahedron",
                    Spectrahedron.class,
                    (phi, dual, set) -> new SpectralStep(
                            phi, dual, (Spectrahedron) set, burgOnSimplex(((Spectrahedron) set).d()))));

    private MirrorTable() {}

    /** A mirror map with its conjugate. */
    private record Pair(Potential phi, Potential dual) {}

    /** Makes the step of a run. */
    private interface Factory {
        MirrorStep create(Potential phi, Potential dual, Constraint set);
    }

    /** A line of the table. */
    private record Row(
            String map, Predicate<Pair> fits, String set, Class<? extends Constraint> kind, Factory factory) {
        @Override
        public String toString() {
            return map + " on " + set;
        }
    }

    private static boolean isEntropy(Pair pair) {
        return pair.phi() instanceof NegativeEntropy;
    }

    private static boolean isSeparable(Pair pair) {
        return pair.phi() instanceof SeparablePotential && pair.dual() instanceof SeparablePotential;
    }

    /** Mirror descent without a constraint: for the negative entropy and on a box with steps that do not leave the range where x rounds onto the boundary. */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Geometry<X, Y> unconstrained(Legendre<X, Y> phi) {
        Potential potential = phi.potential();
        int n = phi.size();
        if (potential instanceof NegativeEntropy) {
            return new MirrorGeometry<>(
                    n, "exponentiated gradient on " + phi.domain(), null, () -> EntropyStep.onOrthant(phi.domain()));
        }
        if (potential instanceof FermiDirac box) {
            Box closure = BoxStep.domain(box);
            SeparablePotential dual = (SeparablePotential) phi.conjugate().potential();
            return new MirrorGeometry<>(
                    n, "mirror descent with " + box, closure, () -> new BoxStep(box, dual, closure));
        }
        return new MirrorGeometry<>(n, "mirror descent on " + phi.domain(), null, () -> new LegendreStep(phi));
    }

    /** The geometry of a pair, or a refusal that names the pairs there are. */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Geometry<X, Y> resolve(
            Legendre<X, Y> phi, Constraint set) {
        return new MirrorGeometry<>(
                phi.size(), "mirror descent with " + phi.potential() + " on " + set, set, () -> step(phi, set));
    }

    /** The step of a pair, with its own scratch space. */
    static MirrorStep step(Legendre<?, ?> phi, Constraint set) {
        Pair pair = new Pair(phi.potential(), phi.conjugate().potential());
        for (Row row : ROWS) {
            if (row.fits().test(pair) && row.kind().isInstance(set)) {
                return row.factory().create(pair.phi(), pair.dual(), set);
            }
        }
        throw new DomainException(
                "mirror step",
                pair.phi() + " on " + set,
                "a pair whose Bregman projection is known: "
                        + ROWS.stream().map(Row::toString).collect(Collectors.joining("; ")));
    }

    private static MirrorStep burgOnSimplex(int d) {
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(d);
        return new SumStep(
                (SeparablePotential) burg.potential(),
                (SeparablePotential) burg.conjugate().potential(),
                Simplex.INSTANCE);
    }
}
