package org.legendre.properties;

import java.util.List;
import java.util.stream.Stream;

/** The mistakes that the laws have to see. A law that no mutant breaks proves nothing. */
public final class Mutants {
    private Mutants() {}

    /**
     * All mutants.
     *
     * @return the mutants, each with the laws that must kill it
     */
    public static List<Mutant> all() {
        return Stream.of(
                        FamilyMutants.all(),
                        FiniteMutants.all(),
                        MeasureMutants.all(),
                        ProjectionMutants.all(),
                        CostMutants.all(),
                        PotentialMutants.all(),
                        MethodMutants.all(),
                        MetricSchemeMutants.all(),
                        LearnerMutants.all(),
                        SchemeMutants.all(),
                        AcceleratedMutants.all(),
                        CompositeMutants.all(),
                        SegmentMutants.all(),
                        StochasticMutants.all(),
                        CurveMutants.all(),
                        CertificateMutants.all(),
                        ModelMutants.all(),
                        ObservationMutants.all(),
                        CoordinateMutants.all())
                .flatMap(List::stream)
                .toList();
    }
}
