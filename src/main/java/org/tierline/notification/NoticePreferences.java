package org.tierline.notification;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;

/** How one staff member wants to be told. */
@Entity
public class NoticePreferences {

  private static final Duration CODE_LIFE = Duration.ofMinutes(15);
  private static final int HOURS_OF_DAY = 24;

  @Id private String agent;

  @Version private int version;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "notice_choice", joinColumns = @JoinColumn(name = "agent"))
  @MapKeyColumn(name = "kind")
  @MapKeyEnumerated(EnumType.STRING)
  private Map<NoticeKind, Channels> choices = new EnumMap<>(NoticeKind.class);

  private @Nullable LocalTime quietFrom;

  private @Nullable LocalTime quietUntil;

  @Column(name = "time_zone")
  private String zone;

  private int digestHours;

  private boolean alarmsPierce;

  private @Nullable String slackUser;

  private @Nullable String slackCode;

  private @Nullable Instant slackCodeUntil;

  protected NoticePreferences() {} // for JPA

  private NoticePreferences(AgentId agent, ZoneId zone, boolean alarmsPierce) {
    this.agent = agent.value();
    this.zone = zone.getId();
    this.alarmsPierce = alarmsPierce;
  }

  /** Who has chosen nothing: mail and bell at once; leads are woken by alarms. */
  static NoticePreferences usual(AgentId agent, ZoneId zone, boolean lead) {
    return new NoticePreferences(agent, zone, lead);
  }

  void choose(NoticeKind kind, Channels channels) {
    choices.put(kind, channels);
  }

  /**
   * @param hours between two digests; 0 for none, otherwise what divides a day
   */
  void rest(Optional<QuietHours> quiet, ZoneId inZone, int hours, boolean alarmsMayPierce) {
    if (hours < 0 || hours > HOURS_OF_DAY || (hours > 0 && HOURS_OF_DAY % hours != 0)) {
      throw new IllegalArgumentException("No digest every " + hours + " hours");
    }
    quietFrom = quiet.map(QuietHours::from).orElse(null);
    quietUntil = quiet.map(QuietHours::until).orElse(null);
    zone = inZone.getId();
    digestHours = hours;
    alarmsPierce = alarmsMayPierce;
  }

  /** Begins to connect a Slack account: who sends this code from it is this person. */
  void offer(String code, Instant now) {
    slackCode = code;
    slackCodeUntil = now.plus(CODE_LIFE);
  }

  void connectSlack(String user) {
    slackUser = user;
    slackCode = null;
    slackCodeUntil = null;
  }

  void disconnectSlack() {
    slackUser = null;
  }

  /** The code that connects a Slack account, while it is good. */
  public Optional<String> slackCode(Instant now) {
    return slackCodeUntil != null && now.isBefore(slackCodeUntil)
        ? Optional.ofNullable(slackCode)
        : Optional.empty();
  }

  /**
   * What becomes of a notice now.
   *
   * @param later when it goes out with others; empty for at once
   */
  record Plan(Channels channels, Optional<Instant> later) {}

  Plan planFor(NoticeKind kind, Instant now) {
    Channels channels = channels(kind);
    Optional<Instant> rested =
        kind.isAlarm() && alarmsPierce
            ? Optional.empty()
            : quietHours().flatMap(quiet -> quiet.endAt(now));
    if (kind.isAlarm() || digestHours == 0) {
      return new Plan(channels, rested);
    }
    return new Plan(channels, Optional.of(nextDigest(rested.orElse(now), rested.isPresent())));
  }

  /** Digests come at full hours that divide the person's day: every 4 hours at 0, 4, 8, … */
  private Instant nextDigest(Instant after, boolean orThen) {
    ZonedDateTime at = after.atZone(ZoneId.of(zone));
    ZonedDateTime slot = at.toLocalDate().atStartOfDay(at.getZone());
    int hour = 0;
    while (slot.toInstant().isBefore(after) || (!orThen && slot.toInstant().equals(after))) {
      hour += digestHours;
      slot =
          hour < HOURS_OF_DAY
              ? at.toLocalDate().atTime(hour, 0).atZone(at.getZone())
              : at.toLocalDate().plusDays(1).atStartOfDay(at.getZone());
    }
    return slot.toInstant();
  }

  public Channels channels(NoticeKind kind) {
    return choices.getOrDefault(kind, Channels.USUAL);
  }

  public Optional<QuietHours> quietHours() {
    return quietFrom == null || quietUntil == null
        ? Optional.empty()
        : Optional.of(new QuietHours(quietFrom, quietUntil, zone()));
  }

  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  public int digestHours() {
    return digestHours;
  }

  public boolean alarmsPierce() {
    return alarmsPierce;
  }

  /** The person's account in the desk's Slack workspace, once they have shown that it is theirs. */
  public Optional<String> slackUser() {
    return Optional.ofNullable(slackUser);
  }

  public AgentId agent() {
    return new AgentId(agent);
  }
}
