package org.legendre.properties.jqwik;

import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;
import org.legendre.properties.Form;
import org.legendre.properties.Method;
import org.legendre.properties.MethodSubject;
import org.legendre.properties.SchemeSubject;

/** A shipped scheme under the jqwik binding. */
class ShippedSchemeTest implements SchemeContract {
    @Override
    public SchemeSubject subject() {
        return lazy();
    }

    static SchemeSubject lazy() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(3);
        Geometry<Weights, Differential<Weights>> geometry = Geometry.mirror(entropy, Constraint.simplex());
        MethodSubject plain = MethodSubject.onSimplex("exponentiated gradient", entropy);
        Method.Setup<Weights, Differential<Weights>> lazy =
                (f, t) -> Descent.of(f, geometry).by(Scheme.dualAveraging()).step(StepRule.constant(t));
        return SchemeSubject.of(
                MethodSubject.of("lazy exponentiated gradient", plain.domain(), Method.of(lazy)),
                plain,
                new Form.DualAveraging(k -> 1));
    }
}
