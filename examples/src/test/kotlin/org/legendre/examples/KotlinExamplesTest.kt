package org.legendre.examples

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.legendre.geometry.Domain
import org.legendre.geometry.DomainException
import org.legendre.geometry.family.Gamma
import org.legendre.geometry.family.Normal
import org.legendre.geometry.family.OwnFamily
import org.legendre.optimize.Descent
import org.legendre.optimize.Geometry
import org.legendre.optimize.Objective
import org.legendre.optimize.Stopping
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
    fun `bad input is refused in words`() {
        val refusal = assertThrows(DomainException::class.java) { Normal(0.0, -1.0) }
        assertEquals("variance = -1.0, expected a finite number > 0", refusal.message)
    }
}
