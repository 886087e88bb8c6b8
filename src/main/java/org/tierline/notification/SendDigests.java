package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.notification.slack.SlackNote;
import org.tierline.notification.slack.SlackPost;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.transactions.Transactions;

/**
 * Use case: tell each person in one go what was kept for them, each in a transaction of its own.
 */
@ApplicationScoped
public class SendDigests {

  private static final String BELL = "/desk/notifications";

  private final StaffNotices notices;
  private final ChoosePreferences preferences;
  private final Agents agents;
  private final Postbox postbox;
  private final SlackPost slack;
  private final DeskSettings desk;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  SendDigests(
      StaffNotices notices,
      ChoosePreferences preferences,
      Agents agents,
      Postbox postbox,
      SlackPost slack,
      DeskSettings desk,
      Transactions transactions,
      Clock clock) {
    this.notices = notices;
    this.preferences = preferences;
    this.agents = agents;
    this.postbox = postbox;
    this.slack = slack;
    this.desk = desk;
    this.transactions = transactions;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SendDigests() {
    this(null, null, null, null, null, null, null, null);
  }

  /** What is due now. */
  public void sendDue() {
    Instant now = clock.instant();
    for (AgentId agent : transactions.inNew(() -> notices.withDigestDue(now))) {
      transactions.inNew(() -> send(agent, now));
    }
  }

  private boolean send(AgentId id, Instant now) {
    List<StaffNotice> kept = notices.takeDigest(id, now);
    agents.find(id).filter(agent -> !agent.hasLeft()).ifPresent(agent -> send(agent, kept, now));
    kept.forEach(StaffNotice::digested);
    return true;
  }

  private void send(Agent agent, List<StaffNotice> kept, Instant now) {
    List<StaffNotice> forSlack = kept.stream().filter(StaffNotice::digestBySlack).toList();
    boolean slackTakesIt = !forSlack.isEmpty() && bySlack(agent, forSlack, now);
    List<StaffNotice> forMail =
        kept.stream()
            .filter(it -> it.digestByMail() || (it.digestBySlack() && !slackTakesIt))
            .toList();
    if (!forMail.isEmpty()) {
      byMail(agent, forMail);
    }
  }

  private void byMail(Agent agent, List<StaffNotice> kept) {
    List<Map<String, Object>> lines =
        kept.stream()
            .map(
                notice ->
                    Map.<String, Object>of(
                        "headline", notice.headline(),
                        "at", postbox.words().moment(notice.at(), desk.zone()),
                        "link", desk.link(notice.link()).toString()))
            .toList();
    postbox.toStaff(
        agent,
        "digest",
        headline(kept.size()),
        Map.of("notices", lines, "count", kept.size(), "bellLink", desk.link(BELL).toString()));
  }

  private boolean bySlack(Agent agent, List<StaffNotice> kept, Instant now) {
    String text =
        kept.size() == 1
            ? kept.get(0).headline()
            : headline(kept.size())
                + kept.stream()
                    .limit(10)
                    .map(notice -> "\n• " + notice.headline())
                    .reduce("", String::concat);
    return preferences
        .of(agent)
        .slackUser()
        .filter(
            user ->
                slack.toPerson(
                    user,
                    Optional.empty(),
                    new SlackNote(
                        text,
                        desk.link(BELL).toString(),
                        Optional.empty(),
                        now,
                        Optional.of(agent.id().value()),
                        false)))
        .isPresent();
  }

  private static String headline(int count) {
    return count == 1 ? "One thing was kept for you" : count + " things were kept for you";
  }
}
