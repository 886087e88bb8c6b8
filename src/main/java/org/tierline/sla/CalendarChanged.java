package org.tierline.sla;

/** A calendar will tell other opening times from a date on: due dates may have moved. */
public record CalendarChanged(String calendar, int version) {}
