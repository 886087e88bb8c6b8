package org.tierline.agent;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

public class InMemoryAbsences implements Absences {

  private final Map<UUID, Absence> absences = new LinkedHashMap<>();

  @Override
  public void add(Absence absence) {
    absences.put(absence.id(), absence);
  }

  @Override
  public void remove(Absence absence) {
    absences.remove(absence.id());
  }

  @Override
  public Optional<Absence> find(UUID id) {
    return Optional.ofNullable(absences.get(id));
  }

  @Override
  public List<Absence> notOverAt(Instant now) {
    return absences.values().stream()
        .filter(absence -> absence.until().isAfter(now))
        .sorted(comparing(Absence::from).thenComparing(a -> a.agent().value()))
        .toList();
  }
}
