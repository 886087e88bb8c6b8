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
        "31 February 2026 10:00:00 +0000          | 31 February 2026 10:00:00 +0000",
        "yesterday                                | yesterday",
      })
  void readsWhenItWasWritten(String header, String date) {
    assertThat(MailDate.readable(header)).isEqualTo(date);
  }
}
