package org.tierline.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;

/** Something one staff member was told, for their bell and for a digest. */
@Entity
public class StaffNotice {

  private static final int MAX_HEADLINE_LENGTH = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "staff_notice_seq")
  @SequenceGenerator(
      name = "staff_notice_seq",
      sequenceName = "staff_notice_seq",
      allocationSize = 1)
  private @Nullable Long id;

  private String agent;

  @Enumerated(EnumType.STRING)
  private NoticeKind kind;

  private @Nullable Long ticketNumber;

  private String headline;

  private String link;

  @Column(name = "told_at")
  private Instant at;

  private boolean onBell;

  private @Nullable Instant readAt;

  private @Nullable Instant digestDueAt;

  private boolean digestByMail;

  private boolean digestBySlack;

  protected StaffNotice() {} // for JPA

  StaffNotice(AgentId agent, Notice notice, NoticePreferences.Plan plan, Instant now) {
    this.agent = agent.value();
    this.kind = notice.kind();
    this.ticketNumber = notice.ticketNumber().orElse(null);
    String text = notice.headline();
    this.headline =
        text.length() <= MAX_HEADLINE_LENGTH
            ? text
            : text.substring(0, MAX_HEADLINE_LENGTH - 1) + "…";
    this.link = notice.link();
    this.at = now;
    this.onBell = plan.channels().bell();
    this.digestDueAt = plan.later().orElse(null);
    this.digestByMail = plan.later().isPresent() && plan.channels().mail();
    this.digestBySlack = plan.later().isPresent() && plan.channels().slack();
  }

  void read(Instant now) {
    if (readAt == null) {
      readAt = now;
    }
  }

  /** It went out with others. */
  void digested() {
    digestDueAt = null;
  }

  /** Known as soon as it is stored. */
  public long id() {
    return Objects.requireNonNull(id);
  }

  AgentId agent() {
    return new AgentId(agent);
  }

  public NoticeKind kind() {
    return kind;
  }

  public Optional<Long> ticketNumber() {
    return Optional.ofNullable(ticketNumber);
  }

  public String headline() {
    return headline;
  }

  /** Where to look, from the desk's root. */
  public String link() {
    return link;
  }

  public Instant at() {
    return at;
  }

  public boolean isRead() {
    return readAt != null;
  }

  boolean isOnBell() {
    return onBell;
  }

  Optional<Instant> digestDueAt() {
    return Optional.ofNullable(digestDueAt);
  }

  boolean digestByMail() {
    return digestByMail;
  }

  boolean digestBySlack() {
    return digestBySlack;
  }

  /** In tests, where no database gives numbers. */
  void numbered(long number) {
    this.id = number;
  }
}
