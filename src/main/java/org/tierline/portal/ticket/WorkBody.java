package org.tierline.portal.ticket;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.TeamId;
import org.tierline.agent.WorkResult;

/**
 * How an agent goes on with a ticket.
 *
 * @param task the piece of work; not needed for a {@code REPLY}, which finishes nothing
 * @param outcome {@code REPLY}, or what the work's process asks for, such as {@code RESOLVE}
 * @param text for the customer or the colleagues, as the outcome says
 * @param reason why it is handed over, if the note does not say it
 * @param team to whom, when the agent chose one
 * @param handOver what the next agent needs to know, when it is handed over
 * @param bug what engineering needs to know, when a defect is confirmed
 * @param cc who hears what the customer is told; only addresses that take part in the ticket
 * @param lastMessage the newest message the agent has seen; when the customer has written since,
 *     the agent is told instead
 */
public record WorkBody(
    @Nullable @Size(max = 64, message = "is not a task") String task,
    @NotNull(message = "is missing") @Pattern(regexp = "[A-Z][A-Z_]{0,39}", message = "is not an outcome") String outcome,
    @Nullable @Size(max = 100_000, message = "must not be longer than 100000 characters") String text,
    @Nullable @Size(max = 10_000, message = "must not be longer than 10000 characters") String reason,
    @Nullable @Pattern(regexp = TeamId.FORM, message = "is not a team") String team,
    @Nullable HandOverBody handOver,
    @Nullable @Valid Bug bug,
    @Nullable @Size(max = 10, message = "must not be more than 10") List<@Nullable String> cc,
    @Nullable UUID lastMessage) {

  /** A defect as engineering wants it described. */
  public record Bug(
      @NotBlank(message = "must say something") @Size(max = 500, message = "must not be longer than 500 characters") String summary,
      @NotBlank(message = "must say something") @Size(max = 10_000, message = "must not be longer than 10000 characters") String impact,
      @NotBlank(message = "must say something") @Size(max = 10_000, message = "must not be longer than 10000 characters") String steps) {

    String inWords() {
      return "Summary: %s\n\nImpact: %s\n\nSteps to reproduce:\n%s"
          .formatted(summary.strip(), impact.strip(), steps.strip());
    }
  }

  boolean isReply() {
    return outcome.equals("REPLY");
  }

  /** Whether the customer, and so others who take part, are told what the agent wrote. */
  boolean isForCustomer() {
    return isReply() || outcome.equals("ASK") || outcome.equals("RESOLVE");
  }

  boolean isHandOver() {
    return outcome.equals("ESCALATE");
  }

  WorkResult result() {
    return new WorkResult(outcome, Optional.ofNullable(team).map(TeamId::new));
  }

  /** Everything the agent wrote, as one message. */
  String words() {
    return Stream.of(text, reason, bug == null ? null : bug.inWords())
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining("\n\n"));
  }
}
