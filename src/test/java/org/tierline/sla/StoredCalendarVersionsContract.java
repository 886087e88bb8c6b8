package org.tierline.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;

/** What the database must do besides. */
abstract class StoredCalendarVersionsContract extends CalendarVersionsContract {

  protected abstract TestDatabase database();

  @Override
  protected <T> T with(Function<CalendarVersions, T> work) {
    return database().inTransaction(em -> work.apply(new JpaCalendarVersions(em)));
  }

  @Test
  void aNewDeskHasOfficeHoursAndTheWholeWeek() {
    List<String> names = with(CalendarVersions::names);
    CalendarRules office = with(versions -> versions.of("business-hours").get(0).rules());

    assertThat(names).contains("around-the-clock", "business-hours");
    assertThat(office.hours()).hasSize(5).containsValue(Calendars.hours("09:00-17:00"));
    assertThat(office.zone()).isNull();
  }
}
