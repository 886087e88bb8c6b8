package org.tierline.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PublicHolidaysTest {

  private final PublicHolidays holidays = new PublicHolidays();

  @Test
  void christmasIsOffInGermany() {
    assertThat(holidays.in("de").reason(LocalDate.parse("2026-12-25")))
        .hasValue("1st Christmas day");
    assertThat(holidays.in("de").reason(LocalDate.parse("2026-12-24"))).isEmpty();
  }

  @Test
  void aRegionHasDaysOfItsOwn() {
    LocalDate epiphany = LocalDate.parse("2027-01-06");

    assertThat(holidays.in("de/by").reason(epiphany)).isPresent();
    assertThat(holidays.in("de").reason(epiphany)).isEmpty();
  }

  @Test
  void easterIsFoundInEveryYear() {
    assertThat(holidays.in("gb").reason(LocalDate.parse("2027-03-26"))).isPresent();
    assertThat(holidays.in("gb").reason(LocalDate.parse("2038-04-23"))).isPresent();
  }

  @Test
  void everyRegionIsCalledByItsNameAndCanBeAsked() {
    assertThat(holidays.regions()).hasSizeGreaterThan(400);
    assertThat(holidays.name("de/by")).hasValue("Germany, Bavaria");
    assertThat(holidays.name("xx")).isEmpty();
    holidays
        .regions()
        .forEach(region -> holidays.in(region.code()).reason(LocalDate.parse("2026-12-25")));
  }
}
