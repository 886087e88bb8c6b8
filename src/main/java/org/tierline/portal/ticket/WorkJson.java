package org.tierline.portal.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.agent.WorkItem;
import org.tierline.portal.customer.CustomerJson;
import org.tierline.survey.Rating;
import org.tierline.ticket.ChooseCopies;
import org.tierline.ticket.HandOver;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStatus;

/**
 * What an agent needs beside the ticket itself to work on it.
 *
 * @param copies who takes part beside the customer, and may hear an answer, too
 */
public record WorkJson(
    List<ItemJson> items,
    CustomerJson customer,
    List<EarlierJson> earlier,
    Map<String, String> teams,
    List<CopyJson> copies,
    @Nullable HandOverJson handOver,
    @Nullable RatingJson rating) {

  /** What the last agent left to the next one. */
  public record HandOverJson(
      String from,
      @Nullable String to,
      String by,
      Instant at,
      String tried,
      String reproduced,
      String missing) {

    static HandOverJson of(HandOver handOver) {
      return new HandOverJson(
          handOver.from().value(),
          handOver.to().map(TeamId::value).orElse(null),
          handOver.by().name(),
          handOver.at(),
          handOver.note().tried(),
          handOver.note().reproduced(),
          handOver.note().missing());
    }
  }

  /** What the customer thought of our help. */
  public record RatingJson(int stars, String comment, boolean solved) {

    static RatingJson of(Rating rating) {
      return new RatingJson(rating.stars(), rating.comment(), rating.solved());
    }
  }

  /** One open piece of work. */
  public record ItemJson(
      String id,
      String kind,
      String name,
      @Nullable String owner,
      @Nullable Instant dueAt,
      List<String> outcomes,
      boolean mine) {

    static ItemJson of(WorkItem item, AgentId asking) {
      return new ItemJson(
          item.id(),
          item.kind(),
          item.name(),
          item.owner().map(AgentId::value).orElse(null),
          item.dueAt().orElse(null),
          item.outcomes(),
          item.owner().filter(asking::equals).isPresent());
    }
  }

  /**
   * Somebody an answer may go to as well.
   *
   * @param lastSpoken whether they wrote what a customer said last, or were copied on it
   */
  public record CopyJson(String email, boolean lastSpoken) {

    static CopyJson of(ChooseCopies.Offer offer) {
      return new CopyJson(offer.person().value(), offer.lastSpoken());
    }
  }

  /** Another ticket of the same customer. */
  public record EarlierJson(long number, String subject, TicketStatus status, Instant createdAt) {

    static EarlierJson of(Ticket ticket) {
      return new EarlierJson(
          ticket.number().value(), ticket.subject(), ticket.status(), ticket.createdAt());
    }
  }
}
