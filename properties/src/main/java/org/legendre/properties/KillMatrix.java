package org.legendre.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which law kills which mutant. */
public final class KillMatrix {
    private final List<Law<?>> laws;
    private final Map<Mutant, List<String>> kills;

    private KillMatrix(List<Law<?>> laws, Map<Mutant, List<String>> kills) {
        this.laws = laws;
        this.kills = kills;
    }

    /**
     * Checks all laws on every mutant that they are about.
     *
     * @param mutants the mutants
     * @param seed the seed
     * @param samples how many samples each law examines
     * @return the matrix
     */
    public static KillMatrix of(List<Mutant> mutants, long seed, int samples) {
        Map<Mutant, List<String>> kills = new LinkedHashMap<>();
        for (Mutant mutant : mutants) {
            kills.put(
                    mutant,
                    Laws.of(mutant.subject()).stream()
                            .filter(claim -> claim.decide(seed, samples).outcome() == Verdict.Outcome.VIOLATED)
                            .map(claim -> claim.law().id())
                            .toList());
        }
        return new KillMatrix(Laws.all(), kills);
    }

    /**
     * The laws that killed a mutant.
     *
     * @param mutant the mutant
     * @return their ids
     */
    public List<String> killersOf(Mutant mutant) {
        return kills.getOrDefault(mutant, List.of());
    }

    /**
     * What is wrong with the laws: mutants that survive, laws that should have killed a mutant and did not, laws that kill nothing.
     *
     * @return the defects in words; empty if there are none
     */
    public List<String> defects() {
        List<String> defects = new ArrayList<>();
        kills.forEach((mutant, killers) -> {
            if (killers.isEmpty()) {
                defects.add(mutant + " survives");
            }
            mutant.killers().stream()
                    .filter(law -> !killers.contains(law))
                    .forEach(law -> defects.add(law + " does not see " + mutant));
        });
        laws.stream()
                .filter(law -> kills.values().stream().noneMatch(killers -> killers.contains(law.id())))
                .forEach(law -> defects.add(law.id() + " kills no mutant"));
        return defects;
    }

    /**
     * {@inheritDoc} A block for each kind of subject, a row a mutant, a column a law: {@code #} where it must kill and does, {@code x} where it kills
     * besides, {@code !} where it must and does not.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                "law × mutant kill matrix: # kills as it must, x kills besides, ! should have killed\n");
        Map<String, List<Mutant>> kinds = new LinkedHashMap<>();
        kills.keySet()
                .forEach(mutant -> kinds.computeIfAbsent(
                                mutant.subject().getClass().getSimpleName(), kind -> new ArrayList<>())
                        .add(mutant));
        kinds.forEach((kind, mutants) -> block(kind, mutants, text));
        return text.toString();
    }

    private void block(String kind, List<Mutant> mutants, StringBuilder text) {
        Set<String> due = mutants.stream()
                .flatMap(mutant -> Laws.of(mutant.subject()).stream())
                .map(claim -> claim.law().id())
                .collect(Collectors.toSet());
        List<Law<?>> columns =
                laws.stream().filter(law -> due.contains(law.id())).toList();
        text.append('\n').append(kind).append('\n');
        for (int i = 0; i < columns.size(); i++) {
            text.append(column(i)).append("  ").append(columns.get(i)).append('\n');
        }
        text.append('\n');
        for (int i = 0; i < columns.size(); i++) {
            text.append(column(i)).append(' ');
        }
        text.append('\n');
        for (Mutant mutant : mutants) {
            columns.forEach(law -> text.append(mark(law, mutant)));
            text.append(' ').append(mutant).append('\n');
        }
    }

    private String mark(Law<?> law, Mutant mutant) {
        boolean must = mutant.killers().contains(law.id());
        boolean killed = killersOf(mutant).contains(law.id());
        return must ? (killed ? " # " : " ! ") : (killed ? " x " : " · ");
    }

    private static String column(int i) {
        return i < 9 ? " " + (i + 1) : Integer.toString(i + 1);
    }
}
