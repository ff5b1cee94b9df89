package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;

/** ψ(x₁, x₂, …) = Σ ψᵢ(xᵢ), coordinates one after the other: of independent components. Its conjugate is the sum of theirs. */
final class ProductPotential implements Potential {
    private final Potential[] parts;
    private final int[] starts;
    private final Domain domain;

    private ProductPotential(Potential[] parts) {
        this.parts = parts;
        this.starts = new int[parts.length + 1];
        for (int i = 0; i < parts.length; i++) {
            starts[i + 1] = starts[i] + parts[i].domain().size();
        }
        this.domain = Domain.product(Arrays.stream(parts).map(Potential::domain).toArray(Domain[]::new));
    }

    static Legendre<Natural, Expectation> legendre(List<? extends ExponentialFamily<?, ?>> families) {
        List<Legendre<Natural, Expectation>> psis = families.stream()
                .<Legendre<Natural, Expectation>>map(ExponentialFamily::potential)
                .toList();
        return Legendre.of(
                new ProductPotential(psis.stream().map(Legendre::potential).toArray(Potential[]::new)),
                new ProductPotential(
                        psis.stream().map(psi -> psi.conjugate().potential()).toArray(Potential[]::new)));
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += parts[i].value(part(x, i));
        }
        return sum;
    }

    @Override
    public void gradient(double[] x, double[] out) {
        for (int i = 0; i < parts.length; i++) {
            double[] gradient = new double[starts[i + 1] - starts[i]];
            parts[i].gradient(part(x, i), gradient);
            System.arraycopy(gradient, 0, out, starts[i], gradient.length);
        }
    }

    @Override
    public Hessian hessian(double[] x) {
        Hessian[] blocks = new Hessian[parts.length];
        Arrays.setAll(blocks, i -> parts[i].hessian(part(x, i)));
        return Hessian.block(blocks);
    }

    @Override
    public void third(double[] x, double[] u, double[] v, double[] out) {
        for (int i = 0; i < parts.length; i++) {
            double[] contraction = new double[starts[i + 1] - starts[i]];
            parts[i].third(part(x, i), part(u, i), part(v, i), contraction);
            System.arraycopy(contraction, 0, out, starts[i], contraction.length);
        }
    }

    private double[] part(double[] x, int i) {
        return Arrays.copyOfRange(x, starts[i], starts[i + 1]);
    }
}
