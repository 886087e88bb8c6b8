package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tierline.agent.Agents;
import org.tierline.agent.RepairList;
import org.tierline.agent.StepsFailed;
import org.tierline.agent.TeamId;
import org.tierline.intake.MailHeldUp;
import org.tierline.intake.MailboxFailed;
import org.tierline.intake.MailsQuarantined;
import org.tierline.platform.DeskSettings;

/** Tells the leads of trouble that is nobody's ticket, so that they see to it. */
@ApplicationScoped
public class TellLeads {

  private final StaffPost post;
  private final Agents agents;
  private final DeskSettings desk;

  @Inject
  TellLeads(StaffPost post, Agents agents, DeskSettings desk) {
    this.post = post;
    this.agents = agents;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected TellLeads() {
    this(null, null, null);
  }

  void reportMailbox(@Observes MailboxFailed fact) {
    Map<String, Object> values = new HashMap<>();
    values.put("mailbox", fact.mailbox());
    values.put("problem", fact.problem());
    fact.lastRead().ifPresent(at -> values.put("lastRead", at));
    tellLeads("A mailbox cannot be read: " + fact.mailbox(), "/desk/", "mailbox-failed", values);
  }

  void reportHoldUp(@Observes MailHeldUp fact) {
    tellLeads(
        "Mails are held up",
        "/desk/",
        "mail-held-up",
        Map.of("problem", fact.why(), "since", fact.since()));
  }

  void reportFailedSteps(@Observes StepsFailed fact) {
    tellLeads(
        "Work has come to a halt, steps that failed for good: " + fact.all(),
        "/desk/repairs",
        "steps-failed",
        Map.of(
            "steps",
            fact.repairs().stream().map(TellLeads::words).toList(),
            "all",
            fact.all(),
            "repairsLink",
            desk.link("/desk/repairs").toString()));
  }

  void reportQuarantine(@Observes MailsQuarantined fact) {
    tellLeads(
        "Mails wait in quarantine: " + fact.waiting(),
        "/desk/quarantine",
        "quarantined",
        Map.of(
            "mails",
            fact.mails(),
            "waiting",
            fact.waiting(),
            "quarantineLink",
            desk.link("/desk/quarantine").toString()));
  }

  private void tellLeads(String headline, String link, String template, Map<String, ?> values) {
    var notice =
        new Notice(NoticeKind.DESK_TROUBLE, Optional.empty(), headline, link, template, values);
    agents.membersOf(TeamId.LEAD).forEach(lead -> post.tell(lead, notice));
  }

  private static Map<String, String> words(RepairList.Repair repair) {
    return Map.of(
        "step", repair.step(),
        "ticket", repair.ticketNumber().map(" of ticket #"::concat).orElse(""),
        "problem", repair.problem());
  }
}
