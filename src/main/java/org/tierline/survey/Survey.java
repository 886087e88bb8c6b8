package org.tierline.survey;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tierline.ticket.TicketId;

/**
 * The question to a customer, after their ticket was resolved, whether we helped them.
 *
 * <p>Answered by link within 90 days. For a week after the first answer the customer may change
 * their mind: the last rating wins, all are kept.
 */
@Entity
public class Survey {

  static final Duration OPEN_FOR = Duration.ofDays(90);

  static final Duration CHANGEABLE_FOR = Duration.ofDays(7);

  @Id private UUID id;

  @Version private int version;

  private String token;

  private UUID ticketId;

  private Instant invitedAt;

  private Instant expiresAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "survey_rating", joinColumns = @JoinColumn(name = "survey_id"))
  @OrderColumn(name = "position")
  private List<Rating> ratings = new ArrayList<>();

  protected Survey() {} // for JPA

  private Survey(TicketId ticket, Instant now) {
    this.id = UUID.randomUUID();
    this.token = SurveyToken.random().value();
    this.ticketId = ticket.value();
    this.invitedAt = now;
    this.expiresAt = now.plus(OPEN_FOR);
  }

  public static Survey invite(TicketId ticket, Instant now) {
    return new Survey(ticket, now);
  }

  /** Whether the link still opens anything. */
  boolean isOpen(Instant now) {
    return now.isBefore(expiresAt);
  }

  /** Whether a rating given now would count. */
  boolean takesRatings(Instant now) {
    return isOpen(now) && changeableUntil().map(now::isBefore).orElse(true);
  }

  /** Returns whether this said anything new; pressing the button twice does not. */
  boolean rate(Rating rating) {
    if (!takesRatings(rating.at())) {
      throw new IllegalStateException("The survey of ticket " + ticketId + " is over");
    }
    if (rating().filter(rating::saysTheSameAs).isPresent()) {
      return false;
    }
    ratings.add(rating);
    return true;
  }

  public SurveyToken token() {
    return new SurveyToken(token);
  }

  public TicketId ticket() {
    return new TicketId(ticketId);
  }

  public Instant invitedAt() {
    return invitedAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  /** The rating that counts. */
  public Optional<Rating> rating() {
    return ratings.isEmpty() ? Optional.empty() : Optional.of(ratings.get(ratings.size() - 1));
  }

  /** When the rating becomes final; empty while there is none. */
  public Optional<Instant> changeableUntil() {
    return ratings.isEmpty()
        ? Optional.empty()
        : Optional.of(ratings.get(0).at().plus(CHANGEABLE_FOR));
  }

  /** Everything the customer ever answered, oldest first. */
  public List<Rating> ratings() {
    return List.copyOf(ratings);
  }
}
