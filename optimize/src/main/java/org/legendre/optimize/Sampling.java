package org.legendre.optimize;

import java.util.SplittableRandom;
import org.legendre.geometry.DomainException;

/**
 * How a stochastic scheme draws: {@code steps} mini-batches between two iterates, each of {@code batch} terms drawn independently with equal probabilities. What is drawn after iterate k is a function of seed and k alone, by the JDK's {@link
 * SplittableRandom}: the same seed gives the same bits, and a resumed run draws what the unbroken one would.
 *
 * @param batch the number of terms in a batch
 * @param steps the number of batches, each making one step, from one iterate to the next
 * @param seed the seed
 */
public record Sampling(int batch, int steps, long seed) {
    /**
     * Checks the numbers.
     *
     * @param batch the number of terms in a batch
     * @param steps the number of batches from one iterate to the next
     * @param seed the seed
     * @throws DomainException if a number is below 1
     */
    public Sampling {
        if (batch < 1) {
            throw new DomainException("size of a batch", batch, "at least 1");
        }
        if (steps < 1) {
            throw new DomainException("steps between two iterates", steps, "at least 1");
        }
    }

    /**
     * The generator of what is drawn after an iterate. Seed and iteration are scrambled on their own: generators of neighbours by seed or by iterate share no stretch.
     *
     * @param iteration k
     * @return a new generator
     */
    public SplittableRandom after(int iteration) {
        long scrambled = new SplittableRandom(seed).nextLong();
        return new SplittableRandom(new SplittableRandom(scrambled + iteration).nextLong());
    }

    /**
     * Draws a batch.
     *
     * @param random the generator
     * @param n the number of terms to draw from
     * @param indices takes the batch, of length {@link #batch}
     */
    public void draw(SplittableRandom random, int n, int[] indices) {
        for (int k = 0; k < batch; k++) {
            indices[k] = random.nextInt(n);
        }
    }
}
