/**
 * Legendre functions and the geometry that they generate.
 *
 * <p>One idea carries the package. A function ψ of Legendre type, strictly convex, differentiable and steep at the boundary of an open convex
 * domain, gives everything else: its gradient y = ∇ψ(x) is a second system of coordinates, dual to the first; its Hessian ∇²ψ(x) is a metric; its
 * convex conjugate ψ* leads back, ∇ψ*(∇ψ(x)) = x; and what its tangent plane at b misses at a, ψ(a) − ψ(b) − ⟨∇ψ(b), a − b⟩, is a divergence. Where
 * ψ is the log-partition of an exponential family these are the expectation parameters, the Fisher metric, the negative entropy and the
 * Kullback–Leibler divergence (with its arguments swapped).
 *
 * <p>Start with {@link org.legendre.geometry.Legendre}: make one from a {@link org.legendre.geometry.Potential}, which may be as little as a formula
 * ({@link org.legendre.geometry.Potential#of}), on a {@link org.legendre.geometry.Domain}. Its points are {@link org.legendre.geometry.Vec}s tagged with
 * the coordinates that they live in, so that the compiler refuses to add a differential to a point: a {@link org.legendre.geometry.Metric} has to raise
 * it to a tangent first. Behind a metric stands a {@link org.legendre.geometry.Hessian}, which keeps the structure of its matrix. A
 * {@link org.legendre.geometry.Chart} leads to other coordinates. For ready-made distributions go to {@code org.legendre.geometry.family}.
 *
 * <p>Arguments that are NaN, infinite, of the wrong length or outside a domain are refused with a {@link org.legendre.geometry.DomainException} that names
 * the value and the domain; nothing is clamped or normalised. All types are immutable and safe to share between threads.
 */
@NullMarked
package org.legendre.geometry;

import org.jspecify.annotations.NullMarked;
