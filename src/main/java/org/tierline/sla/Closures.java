package org.tierline.sla;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The days on which the desk stays closed whatever the weekday: public holidays and our own. */
@FunctionalInterface
public interface Closures {

  Closures NONE = date -> Optional.empty();

  /** Why the desk is closed on a date, such as {@code Christmas Day}; empty if it is not. */
  Optional<String> reason(LocalDate date);

  static Closures on(Set<LocalDate> dates) {
    Set<LocalDate> closed = Set.copyOf(dates);
    return date -> closed.contains(date) ? Optional.of("holiday") : Optional.empty();
  }

  default Closures and(Closures others) {
    return date -> reason(date).or(() -> others.reason(date));
  }
}
