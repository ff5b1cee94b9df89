package org.legendre.properties;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.AffineFamily;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.IndependentFamily;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.family.ProductFamily;

/** The laws on products, repetitions and flat subfamilies. */
class CombinedFamiliesTest {
    static List<ExponentialFamily<?, ?>> families() {
        return List.of(
                new ProductFamily<>(Gamma.FAMILY, Bernoulli.FAMILY),
                new ProductFamily<>(Normal.FAMILY, Poisson.FAMILY),
                new IndependentFamily<>(Bernoulli.FAMILY, 3),
                Gamma.FAMILY.iid(3),
                Normal.FAMILY.iid(4),
                AffineFamily.of(Categorical.family(4), new double[][] {{1, 0}, {2, 1}, {3, -1}}, Vec.of(0.5, 0, -1)),
                AffineFamily.of(Gamma.FAMILY, new double[][] {{2}, {-1}}, Vec.of(0, 0), Vec.of(1)));
    }

    @ParameterizedTest
    @MethodSource("families")
    void everyLawHolds(ExponentialFamily<?, ?> family) {
        Laws.check(FamilySubject.of(family), 7, 200).forEach(Verdict::requireHeld);
    }
}
