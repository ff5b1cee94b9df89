package org.legendre.properties.jqwik;

import org.legendre.geometry.model.Output;
import org.legendre.geometry.model.ParametricModel;
import org.legendre.properties.ModelSubject;

/** A shipped parametric model under the jqwik binding. */
class ShippedModelTest implements ModelContract {
    @Override
    public ModelSubject subject() {
        return logistic();
    }

    static ModelSubject logistic() {
        double[][] inputs = {{1, 0.5}, {1, -0.75}, {1, 0.125}, {1, -0.25}};
        return ModelSubject.of("logistic regression", ParametricModel.linear(2, Output.bernoulli()), inputs)
                .asIdentified();
    }
}
