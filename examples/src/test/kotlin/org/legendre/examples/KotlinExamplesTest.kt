package org.legendre.examples

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.legendre.geometry.family.Normal

class KotlinExamplesTest {
    @Test
    fun `dual coordinates read like the textbook`() {
        val p = Normal(0.0, 1.0)
        val q = Normal(1.0, 2.25)
        val psi = Normal.FAMILY.potential()
        val theta = p.natural()
        val step = q.natural() - theta
        val eta = psi.gradient(theta + step * 0.5)
        assertEquals(p.klTo(q), psi.bregman(q.natural(), p.natural()), 1e-15)
        assertEquals(2, eta.size())
    }
}
