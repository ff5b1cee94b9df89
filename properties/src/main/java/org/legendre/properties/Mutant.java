package org.legendre.properties;

import java.util.List;

/**
 * A plausibly wrong subject: the mistake that somebody makes.
 *
 * @param name the mistake in words
 * @param subject the subject that makes it
 * @param killers the ids of the laws that have to see it; others may
 */
public record Mutant(String name, Subject subject, List<String> killers) {
    /**
     * Copies the list.
     *
     * @param name the mistake in words
     * @param subject the subject that makes it
     * @param killers the ids of the laws that have to see it
     */
    public Mutant {
        killers = List.copyOf(killers);
    }

    /**
     * The mistake in another subject.
     *
     * @return such as {@code "arguments of KL swapped (normal)"}
     */
    @Override
    public String toString() {
        return name + " (" + subject.name() + ")";
    }
}
