package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.Agents;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.agent.WorkItem;
import org.tierline.agent.WorkList;
import org.tierline.notification.slack.SlackNote;
import org.tierline.notification.slack.SlackPost;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.transactions.Transactions;
import org.tierline.ticket.ClaimWork;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.Tickets;

/**
 * Use case: do what a staff member asks for in Slack. Who they are is known by the account they
 * have connected at the desk; everybody else is told kindly, and only themselves, how to do that.
 */
@ApplicationScoped
public class AnswerSlack {

  private static final Pattern CONNECT =
      Pattern.compile("\\s*connect\\s+(\\S{1,40})\\s*", Pattern.CASE_INSENSITIVE);

  private final Preferences preferences;
  private final Agents agents;
  private final Tickets tickets;
  private final WorkList workList;
  private final ClaimWork claimWork;
  private final HandOverInSlack handOver;
  private final SlackAccounts accounts;
  private final SlackPost slack;
  private final Transactions transactions;
  private final DeskSettings desk;
  private final Clock clock;

  @Inject
  AnswerSlack(
      Preferences preferences,
      Agents agents,
      Tickets tickets,
      WorkList workList,
      ClaimWork claimWork,
      HandOverInSlack handOver,
      SlackAccounts accounts,
      SlackPost slack,
      Transactions transactions,
      DeskSettings desk,
      Clock clock) {
    this.preferences = preferences;
    this.agents = agents;
    this.tickets = tickets;
    this.workList = workList;
    this.claimWork = claimWork;
    this.handOver = handOver;
    this.accounts = accounts;
    this.slack = slack;
    this.transactions = transactions;
    this.desk = desk;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected AnswerSlack() {
    this(null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * A command such as {@code /tierline connect K7QX3F9M2H}.
   *
   * @return the answer, for the one who gave it
   */
  public String command(String slackUser, String text) {
    Matcher code = CONNECT.matcher(text);
    if (code.matches()) {
      return transactions.inNew(() -> connect(slackUser, code.group(1)));
    }
    return accounts
        .agentOf(slackUser)
        .map(agent -> "You are %s at the desk: %s".formatted(agent.displayName(), link("/desk/")))
        .orElseGet(accounts::howToConnect);
  }

  private String connect(String slackUser, String code) {
    Optional<NoticePreferences> own = preferences.findBySlackCode(code, clock.instant());
    if (own.isEmpty()) {
      return "This code is not good any more. You get another one at " + link("/desk/me");
    }
    preferences
        .findBySlackUser(slackUser)
        .filter(other -> !other.agent().equals(own.get().agent()))
        .ifPresent(NoticePreferences::disconnectSlack);
    own.get().connectSlack(slackUser);
    return "Connected. The desk knows you now as " + nameOf(own.get().agent()) + ".";
  }

  /**
   * A button below a note.
   *
   * @param action what it says, such as {@code take}
   * @param number of the ticket
   * @param trigger Slack's word for this press, by which a form can be shown
   * @param answerTo where Slack wants the answer
   */
  public void press(String slackUser, String action, long number, String trigger, URI answerTo) {
    slack.demandMayAnswer(answerTo);
    Optional<Agent> agent = accounts.agentOf(slackUser);
    if (agent.isEmpty()) {
      answer(answerTo, accounts.howToConnect(), "");
      return;
    }
    Optional<Ticket> ticket = transactions.inNew(() -> tickets.find(new TicketNumber(number)));
    Optional<String> said =
        ticket.isEmpty()
            ? Optional.of("There is no such ticket any more.")
            : act(agent.get().id(), action, ticket.get(), trigger);
    said.ifPresent(text -> answer(answerTo, text, link("/desk/tickets/" + number)));
  }

  private void answer(URI answerTo, String text, String link) {
    transactions.inNew(
        () -> {
          slack.answer(
              answerTo,
              new SlackNote(
                  text, link, Optional.empty(), clock.instant(), Optional.empty(), false));
          return true;
        });
  }

  /** Says what there is to say; empty when a form says it. */
  private Optional<String> act(AgentId agent, String action, Ticket ticket, String trigger) {
    return switch (action) {
      case "take" -> Optional.of(take(agent, ticket));
      case "escalate" -> handOver.ask(agent, ticket, trigger);
      default -> Optional.of("The desk does not know how to do that.");
    };
  }

  private String take(AgentId agent, Ticket ticket) {
    List<WorkItem> open = transactions.inNew(() -> workList.ofTicket(ticket.number().value()));
    if (open.stream().anyMatch(item -> item.owner().filter(agent::equals).isPresent())) {
      return ticket.number() + " is yours.";
    }
    String refusal = "There is nothing to take in " + ticket.number() + " now.";
    for (WorkItem item : open) {
      try {
        claimWork.claim(ticket.id(), item.id(), agent);
        return ticket.number() + " is yours now.";
      } catch (NotYourWorkException | WorkAlreadyDoneException e) {
        refusal = "%s cannot be taken: %s.".formatted(ticket.number(), e.getMessage());
      }
    }
    return refusal;
  }

  private String nameOf(AgentId agent) {
    return agents.find(agent).map(Agent::displayName).orElse(agent.value());
  }

  private String link(String path) {
    return desk.link(path).toString();
  }
}
