package org.tierline.sla;

import java.util.ArrayList;
import java.util.List;

/** Keeps to the same contract as the database. */
public class CalendarVersionsInMemory implements CalendarVersions {

  private final List<CalendarVersion> versions = new ArrayList<>();

  @Override
  public List<String> names() {
    return versions.stream().map(CalendarVersion::calendar).distinct().sorted().toList();
  }

  @Override
  public List<CalendarVersion> of(String calendar) {
    return versions.stream().filter(version -> version.calendar().equals(calendar)).toList();
  }

  @Override
  public void add(CalendarVersion version) {
    if (of(version.calendar()).stream().anyMatch(known -> known.number() == version.number())) {
      throw new IllegalStateException("Version %d is there".formatted(version.number()));
    }
    versions.add(version);
  }
}
