package org.tierline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "08001", "57P01", "57P03"})
  void aDatabaseThatStopsBreaksOrDoesNotAnswerYetIsAway(String state) {
    var away = new PersistenceException(new SQLException("terminating connection", state));

    assertThat(Outage.of(away))
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.status()).isEqualTo(503);
              assertThat(problem.detail()).doesNotContain("terminating");
            });
  }

  @Test
  void aPoolWithoutConnectionsSaysSoWithoutAState() {
    var away = new PersistenceException(new SQLException("IJ000453: Unable to get connection"));

    assertThat(Outage.of(away)).isPresent();
  }

  @Test
  void aStatementItRefusesAndAMistakeOfOursAreNoOutage() {
    var refused = new PersistenceException(new SQLException("value too long", "22001"));

    assertThat(Outage.of(refused)).isEmpty();
    assertThat(Outage.of(new IllegalStateException("oops"))).isEmpty();
  }
}
