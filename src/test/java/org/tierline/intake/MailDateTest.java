package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tue, 1 Jul 2003 10:52:37 +0200           | 2003-07-01T10:52:37+02:00",
        "1 Jul 03 10:52 GMT                       | 2003-07-01T10:52:00Z",
        "Fri, 21 Nov 97 09:55:06 -0600 (CST)      | 1997-11-21T09:55:06-06:00",
        "Mon, 23-Nov-2026 9:5:6 PST               | 2026-11-23T09:05:06-08:00",
        "Tue, 3 Feb 2026 10:00:00 GMT+0100         | 2026-02-03T10:00:00+01:00",
        "Tue, 3 Feb 2026 10:00:00 UTC-2            | 2026-02-03T10:00:00-02:00",
        "Tue, 3 Feb 2026 10:00:00 CET              | 2026-02-03T10:00:00+01:00",
        "Tue, 3 Feb 2026 10:00:00 JST              | 2026-02-03T10:00:00+09:00",
        "Tue, 3 Feb 2026 10:00:00 XYZ              | 2026-02-03T10:00:00Z",
        "Tue, 3 Feb 2026 1:00:00 PM +0100          | 2026-02-03T13:00:00+01:00",
        "Tue, 3 Feb 2026 12:05 a.m. GMT            | 2026-02-03T00:05:00Z",
        "Tue, 3 Feb 2026 10.00.00 +0530            | 2026-02-03T10:00:00+05:30",
        "Tue, 3 Feb 2026 10:00:00.123 +0100        | 2026-02-03T10:00:00+01:00",
        "Feb 3, 2026 10:00:00 +0100                | 2026-02-03T10:00:00+01:00",
        "Tue Feb  3 10:00:00 2026                  | 2026-02-03T10:00:00Z",
        "Tue Feb  3 10:00:00 CET 2026              | 2026-02-03T10:00:00+01:00",
        "2026-02-03 10:00:00 +0100                 | 2026-02-03T10:00:00+01:00",
        "2026-02-03T10:00:00.5Z                    | 2026-02-03T10:00:00Z",
        "99 Feb 2026 10:00:00 +0100                | 99 Feb 2026 10:00:00 +0100",
        "Tue, 3 Foo 2026 10:00:00 +0100            | Tue, 3 Foo 2026 10:00:00 +0100",
        "31 February 2026 10:00:00 +0000          | 31 February 2026 10:00:00 +0000",
        "yesterday                                | yesterday",
      })
  void readsWhenItWasWritten(String header, String date) {
    assertThat(MailDate.readable(header)).isEqualTo(date);
  }
}
