package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tierline.agent.Agent;
import org.tierline.agent.TeamId;
import org.tierline.notification.slack.SlackNote;
import org.tierline.notification.slack.SlackPost;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.events.Facts;

/** Brings a notice to a staff member the way they want it, and at their time. */
@ApplicationScoped
class StaffPost {

  private final ChoosePreferences preferences;
  private final StaffNotices notices;
  private final Postbox postbox;
  private final SlackPost slack;
  private final DeskSettings desk;
  private final Facts facts;
  private final Clock clock;

  @Inject
  StaffPost(
      ChoosePreferences preferences,
      StaffNotices notices,
      Postbox postbox,
      SlackPost slack,
      DeskSettings desk,
      Facts facts,
      Clock clock) {
    this.preferences = preferences;
    this.notices = notices;
    this.postbox = postbox;
    this.slack = slack;
    this.desk = desk;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected StaffPost() {
    this(null, null, null, null, null, null, null);
  }

  public void tell(Agent agent, Notice notice) {
    if (agent.hasLeft()) {
      return; // what waits for a customer may still be theirs, but it concerns them no more
    }
    Instant now = clock.instant();
    NoticePreferences wishes = preferences.of(agent);
    NoticePreferences.Plan plan = wishes.planFor(notice.kind(), now);
    if (plan.channels().bell() || plan.later().isPresent()) {
      notices.add(new StaffNotice(agent.id(), notice, plan, now));
    }
    if (plan.channels().bell()) {
      facts.announce(new BellRang(agent.id()));
    }
    if (plan.later().isPresent()) {
      return;
    }
    boolean slackTakesIt =
        plan.channels().slack()
            && wishes
                .slackUser()
                .filter(user -> slack.toPerson(user, ticketOf(notice), note(agent, notice, now)))
                .isPresent();
    // who chose Slack alone and cannot be reached there is told all the same
    if (plan.channels().mail() || (plan.channels().slack() && !slackTakesIt)) {
      postbox.toStaff(agent, notice);
    }
  }

  /** Tells a team in its Slack channel, if it has one; people are told by their own ways. */
  public void tellTeam(TeamId team, Notice notice) {
    slack.toTeam(
        team.value(),
        ticketOf(notice),
        new SlackNote(
            notice.headline(),
            desk.link(notice.link()).toString(),
            notice.ticketNumber(),
            clock.instant(),
            Optional.empty(),
            false));
  }

  private SlackNote note(Agent agent, Notice notice, Instant now) {
    return new SlackNote(
        notice.headline(),
        desk.link(notice.link()).toString(),
        notice.kind().isAlarm() ? notice.ticketNumber() : Optional.empty(),
        now,
        Optional.of(agent.id().value()),
        notice.kind().isAlarm());
  }

  private static Optional<UUID> ticketOf(Notice notice) {
    return notice.ticket().map(ticket -> ticket.id().value());
  }
}
