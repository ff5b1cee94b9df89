package org.legendre.properties;

import java.util.List;
import java.util.stream.Stream;

/** Famous inequalities, true and false. Each false one falls to a search of a few hundred samples; the true ones stand. */
public final class Conjectures {

    private Conjectures() {}

    /**
     * A conjecture with its verdict.
     *
     * @param name a short name, such as {@code "kl-symmetric"}
     * @param conjecture the conjecture
     * @param source who proves it, or what is true instead
     * @param holds whether it is true
     */
    public record Famous(String name, Conjecture<?> conjecture, String source, boolean holds) {}

    /**
     * The catalogue.
     *
     * @return false ones first
     */
    public static List<Famous> famous() {
        return Stream.concat(FalseConjectures.all().stream(), TrueConjectures.all().stream())
                .toList();
    }

    /**
     * One conjecture of the catalogue.
     *
     * @param name its name
     * @return the conjecture with its verdict
     * @throws IllegalArgumentException if there is none of this name, with the names that there are
     */
    public static Famous named(String name) {
        return famous().stream()
                .filter(famous -> famous.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no conjecture \"" + name + "\", only "
                        + famous().stream().map(Famous::name).toList()));
    }
}
