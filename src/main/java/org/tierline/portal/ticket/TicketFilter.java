package org.tierline.portal.ticket;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;
import org.tierline.ticket.TicketQuery;
import org.tierline.ticket.TicketQuery.Order;
import org.tierline.ticket.TicketQuery.Whose;

/**
 * Whose tickets a list shall show and in which order, as its address says it; what is blank limits
 * nothing.
 *
 * @param assignee a login name, {@value #ME} for whoever asks, {@value #NONE} for what is nobody's
 *     yet
 * @param team its code
 * @param order {@value #DUE} for what is due soonest, without what stands still; else newest first
 */
public record TicketFilter(String assignee, String team, String order) {

  public static final String ME = "me";
  public static final String NONE = "none";
  public static final String DUE = "due";

  private static final Pattern LOGIN = Pattern.compile(AgentId.FORM);
  private static final Pattern TEAM = Pattern.compile(TeamId.FORM);

  public TicketFilter {
    demand(assignee.isEmpty() || LOGIN.matcher(assignee).matches(), "assignee", "is no login name");
    demand(team.isEmpty() || TEAM.matcher(team).matches(), "team", "is not a team");
    demand(order.isEmpty() || order.equals(DUE), "order", "must be " + DUE + " or missing");
  }

  private static void demand(boolean met, String field, String message) {
    if (!met) {
      throw new ProblemException(Problem.invalid(List.of(new Problem.FieldError(field, message))));
    }
  }

  private Order inOrder() {
    return order.equals(DUE) ? Order.DUE_FIRST : Order.NEWEST_FIRST;
  }

  private Whose whose(AgentId asking) {
    Optional<TeamId> ofTeam = Optional.of(team).filter(code -> !code.isEmpty()).map(TeamId::new);
    return switch (assignee) {
      case "" -> new Whose(ofTeam, Optional.empty(), false);
      case ME -> new Whose(ofTeam, Optional.of(asking), false);
      case NONE -> new Whose(ofTeam, Optional.empty(), true);
      default -> new Whose(ofTeam, Optional.of(new AgentId(assignee)), false);
    };
  }

  /**
   * @param page counted from 0
   */
  public TicketQuery query(
      TicketStatusParam status, String words, int page, int pageSize, AgentId asking) {
    return new TicketQuery(
        status.status(),
        Optional.of(words).filter(text -> !text.isBlank()),
        whose(asking),
        inOrder(),
        page,
        pageSize);
  }
}
