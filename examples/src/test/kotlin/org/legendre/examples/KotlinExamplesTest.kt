package org.legendre.examples

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.legendre.geometry.Domain
import org.legendre.geometry.DomainException
import org.legendre.geometry.Vec
import org.legendre.geometry.family.Bernoulli
import org.legendre.geometry.family.Beta
import org.legendre.geometry.family.ConjugateModels
import org.legendre.geometry.family.ConjugatePrior
import org.legendre.geometry.family.Gamma
import org.legendre.geometry.family.Normal
import org.legendre.geometry.family.OwnFamily
import org.legendre.geometry.family.Pair
import org.legendre.geometry.family.Poisson
import org.legendre.geometry.family.Product
import org.legendre.geometry.regression.GeneralizedLinearModel
import org.legendre.optimize.Descent
import org.legendre.optimize.Geometry
import org.legendre.optimize.Objective
import org.legendre.optimize.Stopping
import org.legendre.optimize.information.ExpectationMaximization
import org.legendre.properties.FamilySubject
import org.legendre.properties.Laws
import java.util.SplittableRandom
import kotlin.math.PI
import kotlin.math.ln

/** The Kotlin of the README. */
class KotlinExamplesTest {
    @Test
    fun `dual coordinates`() {
        // begin: dual
        val p = Normal(0.0, 1.0)
        val q = Normal.meanDeviation(1.0, 1.5)
        val kl = p.klTo(q)

        val psi = Normal.FAMILY.potential()
        val theta = p.natural()
        val halfway = theta + (q.natural() - theta) * 0.5 // vectors of one tag have operators
        val eta = psi.gradient(theta)
        val inTheta = psi.bregman(q.natural(), theta)
        val inEta = psi.conjugate().bregman(eta, q.expectation())
        // end: dual
        assertEquals(.3499095525526088, kl, 1e-16)
        assertEquals(kl, inTheta, 1e-15)
        assertEquals(kl, inEta, 1e-15)
        assertEquals(theta[1] / 2 + q.natural()[1] / 2, halfway[1], 1e-16)
        assertEquals(2.25, q.variance, 0.0)
    }

    @Test
    fun `a fit`() {
        val random = SplittableRandom(1)
        val data = List(1000) { Gamma.shapeRate(2.0, 3.0).sample(random) }
        // begin: fit
        val psi = Gamma.FAMILY.potential()
        val mean = Gamma.FAMILY.meanStatistic(data)
        val loss = Objective.of(2, { psi.value(it) - it.dot(mean) }, { psi.gradient(it) - mean })
        val run = Descent.of(loss, Geometry.natural(psi))
            .until(Stopping.decrementBelow(1e-20))
            .run(Gamma(1.0, 1.0).natural()) { println("${it.iteration}: ${it.value}") }
        val fitted = Gamma.FAMILY.member(run.point())
        val mostLikely = Gamma.FAMILY.maximumLikelihood(data)
        // end: fit
        assertEquals(mostLikely.shape, fitted.shape, 1e-8)
        assertEquals(mostLikely.rate, fitted.rate, 1e-8)
    }

    @Test
    fun `laws on a family of one's own`() {
        // begin: own
        val maxwell = OwnFamily.onPositive(
            "maxwell",
            Domain.negative(1),
            { theta -> theta[0].multiply(-2.0).log().multiply(-1.5) },
            { x -> 0.5 * ln(2 / PI) + 2 * ln(x) },
            { x -> x * x },
        )
        Laws.check(FamilySubject.of(maxwell), 42, 200).forEach { it.requireHeld() }
        // end: own
    }

    @Test
    fun `a family on trial`() {
        // begin: trial
        val lifetimes = OwnFamily.onPositive(
            "lifetimes",
            Domain.negative(1), // θ = −hazard
            { theta -> theta[0].negate().log().negate() }, // ψ(θ) = −log(−θ)
            { 0.0 }, // log h(x)
            { x -> x }, // T(x)
        )
        Laws.check(FamilySubject.of(lifetimes), 42, 200).forEach { it.requireHeld() }
        // end: trial
    }

    @Test
    fun `bad input is refused in words`() {
        val refusal = assertThrows(DomainException::class.java) { Normal(0.0, -1.0) }
        assertEquals("variance = -1.0, expected a finite number > 0", refusal.message)
    }

    @Test
    fun bayes() {
        val tosses = listOf(1, 0, 1, 1)
        // begin: bayes
        val prior = Beta(2.0, 2.0)
        val posterior = ConjugateModels.bernoulli(prior).posterior(tosses)
        val logEvidence = ConjugateModels.bernoulli(prior).logEvidence(tosses)
        // end: bayes
        assertEquals(Beta(5.0, 3.0), posterior)
        assertEquals(ln(6.0 / 105), logEvidence, 1e-14)
        val map = Poisson.FAMILY.maximumAPosteriori(listOf(3L, 5L), ConjugatePrior.around(Poisson(1.0), 2.0))
        assertEquals(2.5, map.rate, 1e-15)
    }

    @Test
    fun `products, repetitions and mixtures`() {
        val both = Product(Gamma(2.0, 3.0), Bernoulli(0.25))
        val (time, bit) = both.sample(SplittableRandom(1))
        assertEquals(Gamma(2.0, 3.0).logDensity(time) + Bernoulli(0.25).logDensity(bit), both.logDensity(Pair(time, bit)), 1e-15)
        assertEquals(5 * Gamma(2.0, 3.0).entropy(), Gamma.FAMILY.iid(5).of(2.0, 3.0).entropy(), 1e-15)
        val data = List(500) { if (it % 2 == 0) -1.0 - it % 7 else 2.0 + it % 5 }
        val start = ExpectationMaximization.start(Normal.FAMILY, data, 2, SplittableRandom(1))
        val fit = ExpectationMaximization.of(Normal.FAMILY, data).run(start)
        assertEquals(fit.logLikelihoods.sorted(), fit.logLikelihoods)
    }

    @Test
    fun `logistic regression`() {
        val inputs = arrayOf(doubleArrayOf(1.0, 0.5), doubleArrayOf(1.0, -1.5), doubleArrayOf(1.0, 0.2), doubleArrayOf(1.0, -0.7))
        val model = GeneralizedLinearModel.logistic(inputs, 1, 0, 0, 1)
        val loss = Objective.of(2, model::value, model::gradient)
        val run = Descent.of(loss, Geometry.natural(Domain.reals(2), model::fisher))
            .until(Stopping.decrementBelow(1e-20))
            .run(Vec.zeros(2))
        assertEquals(0.0, model.gradient(run.point())[0], 1e-9)
    }
}
