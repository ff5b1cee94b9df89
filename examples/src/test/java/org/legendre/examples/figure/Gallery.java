package org.legendre.examples.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Pictures of every kind, to be drawn by tests and looked at by people. */
final class Gallery {
    private Gallery() {}

    static Map<String, Panels> pictures() {
        Map<String, Panels> all = new LinkedHashMap<>();
        all.put("line", Panels.of(lines()));
        all.put("loglog", Panels.of(logLog()));
        all.put("density", Panels.of(density()));
        all.put("field", Panels.of(field()));
        all.put("contours", Panels.of(contours()));
        all.put("bars", Panels.of(bars()));
        all.put("stocks", Panels.of(stocks()));
        all.put("panels", Panels.of(lines(), density()));
        all.put("three", Panels.of(logLog(), field(), bars()));
        return all;
    }

    static Figure lines() {
        double[] theta = Curve.spaced(-4, 4, 200);
        double[] psi = new double[200];
        double[] eta = new double[200];
        for (int i = 0; i < theta.length; i++) {
            psi[i] = Math.log1p(Math.exp(theta[i]));
            eta[i] = 1 / (1 + Math.exp(-theta[i]));
        }
        return Figure.titled("A potential ψ and its gradient η = ∇ψ(θ)")
                .axes("θ (natural)", "ψ(θ), η(θ)")
                .line("ψ(θ) = log(1 + eᶿ)", theta, psi)
                .dashed("η = ∂ψ/∂θ", theta, eta)
                .note("η(0) = ½", 0.2, 0.3);
    }

    static Figure logLog() {
        double[] t = new double[25];
        double[] error = new double[25];
        double[] second = new double[25];
        for (int i = 0; i < t.length; i++) {
            t[i] = Math.pow(10, -6 + i / 4.0);
            error[i] = 0.3 * t[i] * (1 + 0.2 * Math.sin(i));
            second[i] = 0.05 * t[i] * t[i];
        }
        return Figure.titled("KL is Fisher up close")
                .axes("t", "|KL(θ + tv ‖ θ)/t² − ½vᵀGv|")
                .logX()
                .logY()
                .points("Poisson", t, error)
                .line("Gamma", t, second)
                .reference("slope 1", new double[] {1e-6, 1}, new double[] {1e-6, 1});
    }

    static Figure density() {
        double[] x = Curve.spaced(-8, 8, 400);
        double[] p = new double[400];
        double[] q = new double[400];
        double[] r = new double[400];
        for (int i = 0; i < x.length; i++) {
            p[i] = 0.5 * normal(x[i] + 3, 1) + 0.5 * normal(x[i] - 3, 1);
            q[i] = normal(x[i], Math.sqrt(10));
            r[i] = normal(x[i] - 2.984306, Math.sqrt(1.023369));
        }
        return Figure.titled("One Gaussian, two ways to fit it")
                .axes("x", "density")
                .area("p = ½N(−3, 1) + ½N(3, 1)", x, p)
                .line("min KL(p ‖ q)", x, q)
                .line("min KL(q ‖ p)", x, r);
    }

    private static double normal(double x, double deviation) {
        return Math.exp(-x * x / (2 * deviation * deviation)) / (deviation * Math.sqrt(2 * Math.PI));
    }

    static Figure field() {
        Grid grid = Grid.of(
                Curve.spaced(0.01, 0.99, 60),
                Curve.spaced(0.01, 0.99, 60),
                (p, q) -> p * Math.log(p / q) + (1 - p) * Math.log((1 - p) / (1 - q)));
        return Figure.titled("Kullback–Leibler divergence of two coins")
                .axes("p", "q")
                .equalAxes()
                .heatMap("KL(p ‖ q) in nats", grid)
                .contours("0.1, 0.5, 1, 2", grid, 0.1, 0.5, 1, 2);
    }

    static Figure contours() {
        Grid grid = Grid.of(Curve.spaced(-3, 3, 80), Curve.spaced(-2, 2, 60), (x, y) -> x * x + 4 * y * y + x * y);
        double[] px = new double[20];
        double[] py = new double[20];
        double x = -2.7;
        double y = 1.6;
        for (int i = 0; i < 20; i++) {
            px[i] = x;
            py[i] = y;
            double gx = 2 * x + y;
            double gy = 8 * y + x;
            x -= 0.2 * gx;
            y -= 0.2 * gy;
        }
        return Figure.titled("Gradient descent zigzags")
                .axes("x₁", "x₂")
                .equalAxes()
                .contours("f = ½, 1, 2, 4, 8", grid, 0.5, 1, 2, 4, 8)
                .line("iterates", px, py)
                .points("", px, py)
                .note("start", px[0], py[0]);
    }

    static Figure bars() {
        return Figure.titled("Portfolio weights")
                .axes("", "weight")
                .bars("best constant", List.of("Comm. Metals", "Espey", "Iroquois", "Kin Ark", "Meico"), new double[] {
                    0.2767, 0.1953, 0.0927, 0.2507, 0.1845
                })
                .bars("uniform", new double[] {0, 1, 2, 3, 4}, new double[] {0.2, 0.2, 0.2, 0.2, 0.2});
    }

    static Figure stocks() {
        Random random = new Random(1);
        List<String> names = java.util.stream.IntStream.range(0, 36)
                .mapToObj(i -> "stock" + i)
                .toList();
        double[] heights =
                names.stream().mapToDouble(n -> random.nextGaussian()).toArray();
        return Figure.titled("Many bars, some below zero").axes("", "return").bars("return", names, heights);
    }
}
