package org.tierline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.RepairList;
import org.tierline.agent.StepsFailed;
import org.tierline.agent.TeamId;
import org.tierline.intake.MailHeldUp;
import org.tierline.intake.MailboxFailed;
import org.tierline.intake.MailsQuarantined;
import org.tierline.platform.mail.OutgoingMail;

/** What the leads hear of trouble that is nobody's ticket. */
class TellLeadsTest {

  private final NotificationDesk desk = new NotificationDesk();
  private final InMemoryAgents agents = desk.agents;
  private final TellLeads tellLeads = desk.tellLeads;

  @Test
  void theLeadsHearOfAMailboxThatCannotBeRead() {
    tellLeads.reportMailbox(
        new MailboxFailed("support@mail.example/INBOX", "LOGIN failed", Optional.empty()));

    OutgoingMail mail = desk.onlyMail();
    assertThat(mail.to()).isEqualTo(agents.membersOf(new TeamId("lead")).get(0).email());
    assertThat(mail.subject().value()).contains("support@mail.example/INBOX");
    assertThat(mail.text()).contains("LOGIN failed", "none is lost");
  }

  @Test
  void theLeadsHearOfStepsThatFailedForGood() {
    tellLeads.reportFailedSteps(
        new StepsFailed(
            List.of(
                new RepairList.Repair(
                    "job", Optional.of("5734"), "Resolve <ticket>", "the disk is full", MONDAY_9AM),
                new RepairList.Repair(
                    "other", Optional.empty(), "Send report", "no paper", MONDAY_9AM)),
            12));

    OutgoingMail mail = desk.onlyMail();
    assertThat(mail.to()).isEqualTo(agents.membersOf(new TeamId("lead")).get(0).email());
    assertThat(mail.subject().value()).contains("failed for good: 12");
    assertThat(mail.text())
        .contains("Resolve <ticket> of ticket #5734", "the disk is full", "* Send report\n")
        .contains("https://desk.example/desk/repairs");
    assertThat(mail.html()).contains("Resolve &lt;ticket&gt;").doesNotContain("{{");
  }

  @Test
  void theLeadsHearThatMailsAreHeldUp() {
    tellLeads.reportHoldUp(new MailHeldUp("The malware scanner does not answer", MONDAY_9AM));

    OutgoingMail mail = desk.onlyMail();
    assertThat(mail.to()).isEqualTo(agents.membersOf(new TeamId("lead")).get(0).email());
    assertThat(mail.text()).contains("scanner does not answer", "23 November 2026, 10:00");
  }

  @Test
  void theLeadsHearOfMailsInQuarantineAndReadThemAsText() {
    tellLeads.reportQuarantine(
        new MailsQuarantined(
            List.of(new MailsQuarantined.Entry("nobody", "<b>{{deskName}}</b>", "no sender")), 3));

    OutgoingMail mail = desk.onlyMail();
    assertThat(mail.subject().value()).contains("quarantine: 3");
    assertThat(mail.text()).contains("<b>{{deskName}}</b>", "no sender", "/desk/quarantine");
    assertThat(mail.html()).contains("&lt;b&gt;").doesNotContain("<b>");
  }
}
