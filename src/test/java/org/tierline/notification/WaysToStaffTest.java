package org.tierline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tierline.notification.NotificationDesk.ANA;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.TeamId;
import org.tierline.escalation.TicketEscalated;
import org.tierline.notification.slack.SlackNotes;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.mail.OutboxInMemory;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.platform.outbox.Effect;
import org.tierline.platform.outbox.EffectAbandoned;
import org.tierline.platform.outbox.EffectHeldUp;
import org.tierline.platform.outbox.EffectsInMemory;
import org.tierline.ticket.CustomerWrote;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketAssigned;

/** By which way staff are told, and when: on the bell, by mail, in Slack. */
class WaysToStaffTest {

  private final NotificationDesk desk = new NotificationDesk();
  private final InMemoryAgents agents = desk.agents;
  private final OutboxInMemory outbox = desk.outbox;
  private final InMemoryPreferences preferences = desk.preferences;
  private final InMemoryStaffNotices notices = desk.notices;
  private final EffectsInMemory effects = desk.effects;
  private final RecordedFacts facts = desk.facts;
  private final TestClock clock = desk.clock;
  private final ChoosePreferences choosePreferences = desk.choosePreferences;
  private final TellStaff tellStaff = desk.tellStaff;
  private final SendDigests sendDigests = desk.sendDigests;
  private final NoteHeldUpEffects noteHeldUp = desk.noteHeldUp;
  private final Ticket ticket = desk.ticket;

  @Test
  void whatAnAgentIsToldIsOnTheirBellUntilTheyReadIt() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    tellStaff.tellOfWork(new TicketAssigned(ticket.id(), ticket.number(), ANA));
    var bell = new Bell(notices, facts, clock);

    assertThat(bell.of(ANA, true, 10))
        .extracting(StaffNotice::headline, StaffNotice::link)
        .containsExactly(
            tuple("Ticket #5734 is yours now: Printer <b>on fire</b>", "/desk/tickets/5734"));
    assertThat(facts.ofType(BellRang.class)).containsExactly(new BellRang(ANA));
    long id = bell.of(ANA, true, 10).get(0).id();
    bell.read(new AgentId("lena"), id);
    assertThat(bell.unread(ANA)).isEqualTo(1);
    bell.read(ANA, id);
    assertThat(bell.unread(ANA)).isZero();
    assertThat(bell.of(ANA, false, 10)).hasSize(1);
  }

  @Test
  void whatComesInQuietHoursReachesThePersonInOnePieceWhenTheyEnd() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    choose(
        true, false, new QuietHours(LocalTime.of(8, 0), LocalTime.of(12, 0), desk.settings.zone()));

    tellStaff.tellOfWork(new TicketAssigned(ticket.id(), ticket.number(), ANA));
    tellStaff.tellOfAnswer(
        new CustomerWrote(ticket.id(), ticket.number(), ticket.messages().get(0).id(), 2));
    sendDigests.sendDue();
    assertThat(outbox.mails()).isEmpty();

    clock.pass(Duration.ofHours(2));
    sendDigests.sendDue();
    sendDigests.sendDue();

    assertThat(desk.onlyMail().subject().value()).isEqualTo("2 things were kept for you");
    assertThat(desk.onlyMail().text())
        .contains("is yours now", "The customer wrote", "https://desk.example/desk/tickets/5734");
    assertThat(desk.onlyMail().html()).contains("Printer &lt;b&gt;on fire");
  }

  @Test
  void whoHasConnectedSlackIsToldThereAndByMailOnlyIfTheyWant() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    choose(false, true, null);
    connect("U-ANA");

    tellStaff.tellOfWork(new TicketAssigned(ticket.id(), ticket.number(), ANA));

    assertThat(outbox.mails()).isEmpty();
    assertThat(effects.effects()).extracting(Effect::target).containsExactly("U-ANA");
    assertThat(SlackNotes.of(effects.effects().get(0)).orElseThrow().text())
        .contains("#5734 is yours now");
  }

  @Test
  void whoChoseSlackAndIsNotConnectedIsToldByMail() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    choose(false, true, null);

    tellStaff.tellOfWork(new TicketAssigned(ticket.id(), ticket.number(), ANA));

    assertThat(desk.onlyMail().to().value()).isEqualTo("ana@tierline.example");
    assertThat(effects.effects()).isEmpty();
  }

  @Test
  void theTeamsChannelHearsOfAlarmsAndOfWhatIsHandedToIt() {
    tellStaff.warn(desk.warning());
    tellStaff.tellTeam(
        new TicketEscalated(
            ticket.id(), TeamId.TIER1, TeamId.TIER2, "customer is difficult", Optional.empty()));

    assertThat(effects.effects())
        .extracting(Effect::target, effect -> SlackNotes.of(effect).orElseThrow().text())
        .containsExactly(
            tuple(
                "C-TIER1",
                "Ticket #5734 will breach its resolution target in 30 minutes."
                    + " Assign or escalate."),
            tuple("C-TIER2", "Ticket #5734 comes to tier2 from tier1: Printer <b>on fire</b>"));
  }

  @Test
  void whileSlackIsDownAnAlarmGoesByMailInstead() {
    ticket.assignTo(ANA, "least load", MONDAY_9AM);
    choose(false, true, null);
    connect("U-ANA");
    tellStaff.warn(desk.warning());
    tellStaff.tellOfWork(new TicketAssigned(ticket.id(), ticket.number(), ANA));
    List<Effect> forAna =
        effects.effects().stream().filter(effect -> effect.target().equals("U-ANA")).toList();
    int before = outbox.mails().size();

    forAna.forEach(effect -> noteHeldUp.mailInstead(new EffectHeldUp(effect, "down")));

    assertThat(outbox.mails()).hasSize(before + 1);
    OutgoingMail mail = outbox.mails().get(before);
    assertThat(mail.to().value()).isEqualTo("ana@tierline.example");
    assertThat(mail.text())
        .contains(
            "Ticket #5734 will breach its resolution target in 30 minutes. Assign or escalate.",
            "https://desk.example/desk/tickets/5734");
  }

  @Test
  void aNoteThatNeverReachedSlackIsOnRecord() {
    tellStaff.tellTeam(
        new TicketEscalated(
            ticket.id(), TeamId.TIER1, TeamId.TIER2, "customer is difficult", Optional.empty()));

    noteHeldUp.noteSilence(new EffectAbandoned(effects.effects().get(0), true, "down"));

    HistoryEntry last = ticket.history().get(ticket.history().size() - 1);
    assertThat(last.kind()).isEqualTo(HistoryKind.UNDELIVERED);
    assertThat(last.what()).isEqualTo("slack note came too late and was dropped");
    assertThat(last.why()).hasValueSatisfying(why -> assertThat(why).contains("comes to tier2"));
  }

  private void choose(boolean mail, boolean slackToo, QuietHours quiet) {
    var ways = new Channels(mail, slackToo, true);
    choosePreferences.choose(
        agents.find(ANA).orElseThrow(),
        new ChoosePreferences.Wishes(
            Map.of(
                NoticeKind.ASSIGNED, ways,
                NoticeKind.CUSTOMER_WROTE, ways,
                NoticeKind.SLA_WARNING, ways),
            Optional.ofNullable(quiet),
            desk.settings.zone(),
            0,
            false));
  }

  private void connect(String user) {
    preferences.find(ANA).orElseThrow().connectSlack(user);
  }
}
