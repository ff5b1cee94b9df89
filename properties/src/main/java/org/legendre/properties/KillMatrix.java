package org.legendre.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which law kills which mutant. */
public final class KillMatrix {
    private final List<Law<FamilySubject>> laws;
    private final Map<Mutant, List<String>> kills;

    private KillMatrix(List<Law<FamilySubject>> laws, Map<Mutant, List<String>> kills) {
        this.laws = laws;
        this.kills = kills;
    }

    /**
     * Checks every law on every mutant that it applies to.
     *
     * @param laws the laws
     * @param mutants the mutants
     * @param seed the seed
     * @param samples how many samples each law examines
     * @return the matrix
     */
    public static KillMatrix of(List<Law<FamilySubject>> laws, List<Mutant> mutants, long seed, int samples) {
        Map<Mutant, List<String>> kills = new LinkedHashMap<>();
        for (Mutant mutant : mutants) {
            kills.put(
                    mutant,
                    laws.stream()
                            .filter(law -> law.appliesTo(mutant.subject()))
                            .filter(law ->
                                    law.check(mutant.subject(), seed, samples).outcome() == Verdict.Outcome.VIOLATED)
                            .map(Law::id)
                            .toList());
        }
        return new KillMatrix(laws, kills);
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
     * {@inheritDoc} A row a mutant, a column a law: {@code #} where it must kill and does, {@code x} where it kills besides, {@code !} where it
     * must and does not.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                "law × mutant kill matrix: # kills as it must, x kills besides, ! should have killed\n\n");
        for (int i = 0; i < laws.size(); i++) {
            text.append(column(i)).append("  ").append(laws.get(i)).append('\n');
        }
        text.append('\n');
        for (int i = 0; i < laws.size(); i++) {
            text.append(column(i)).append(' ');
        }
        text.append('\n');
        kills.forEach((mutant, killers) -> {
            for (Law<FamilySubject> law : laws) {
                boolean due = mutant.killers().contains(law.id());
                boolean killed = killers.contains(law.id());
                text.append(due ? (killed ? " # " : " ! ") : (killed ? " x " : " · "));
            }
            text.append(' ').append(mutant).append('\n');
        });
        return text.toString();
    }

    private static String column(int i) {
        return i < 9 ? " " + (i + 1) : Integer.toString(i + 1);
    }
}
