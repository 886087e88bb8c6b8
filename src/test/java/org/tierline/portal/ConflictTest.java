package org.tierline.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tierline.agent.AgentId;
import org.tierline.agent.NotAnAgentException;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.ticket.IllegalTicketStateException;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.TicketStatus;

class ConflictTest {

  @ParameterizedTest
  @MethodSource("refusals")
  void everyRefusalHasAProblemOfItsOwnAndSaysWhy(Exception refusal, String type) {
    assertThat(Conflict.of(refusal))
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.status()).isEqualTo(409);
              assertThat(problem.type()).isEqualTo("/problems/" + type);
              assertThat(problem.detail()).isEqualTo(refusal.getMessage());
            });
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            new IllegalTicketStateException(new TicketNumber(7), "assign", TicketStatus.CLOSED),
            "ticket-status"),
        Arguments.of(new WorkAlreadyDoneException("Ben finished it"), "already-done"),
        Arguments.of(new NotYourWorkException("It is Ben's"), "not-yours"),
        Arguments.of(new NotAnAgentException(new AgentId("admin")), "not-an-agent"));
  }

  @Test
  void whatTheStoreSaysAboutACollisionIsNotForCallers() {
    var lost = new IllegalStateException(new OptimisticLockException("Row [Ticket#1] changed"));

    assertThat(Conflict.of(lost))
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.type()).isEqualTo("/problems/changed-meanwhile");
              assertThat(problem.detail()).doesNotContain("Row");
            });
  }

  @Test
  void aMistakeOfOursIsNoConflict() {
    assertThat(Conflict.of(new IllegalStateException("oops"))).isEmpty();
  }
}
