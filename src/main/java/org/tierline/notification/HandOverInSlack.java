package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tierline.agent.Agent;
import org.tierline.agent.AgentId;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.Team;
import org.tierline.agent.TeamId;
import org.tierline.agent.Teams;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.agent.WorkItem;
import org.tierline.agent.WorkList;
import org.tierline.notification.slack.SlackForm;
import org.tierline.notification.slack.SlackForms;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.transactions.Transactions;
import org.tierline.ticket.FinishWork;
import org.tierline.ticket.HandOverNote;
import org.tierline.ticket.IllegalTicketStateException;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.Tickets;

/**
 * Use case: hand a ticket over without leaving Slack. The next team gets the same three answers as
 * from the desk's own form: what was tried, what was reproduced, what is missing.
 */
@ApplicationScoped
public class HandOverInSlack {

  /** What this form is for; comes back with the answers. */
  public static final String PURPOSE = "hand-over";

  private static final String OUTCOME = "ESCALATE";
  private static final String TITLE = "Hand over";
  private static final String TEAM = "team";
  private static final List<SlackForm.Question> QUESTIONS =
      List.of(
          new SlackForm.Question("tried", "What was tried", "And what came of it."),
          new SlackForm.Question(
              "reproduced", "What was reproduced", "How, and where it did not happen."),
          new SlackForm.Question(
              "missing", "What is missing", "What is still unknown or has to be done."));

  /** The number of the ticket and the id of the work, as the form carries them. */
  private static final Pattern ABOUT = Pattern.compile("(\\d{1,18}) ([A-Za-z0-9:_-]{1,64})");

  private final Tickets tickets;
  private final Teams teams;
  private final WorkList workList;
  private final FinishWork finishWork;
  private final SlackAccounts accounts;
  private final SlackForms forms;
  private final Transactions transactions;
  private final DeskSettings desk;

  @Inject
  HandOverInSlack(
      Tickets tickets,
      Teams teams,
      WorkList workList,
      FinishWork finishWork,
      SlackAccounts accounts,
      SlackForms forms,
      Transactions transactions,
      DeskSettings desk) {
    this.tickets = tickets;
    this.teams = teams;
    this.workList = workList;
    this.finishWork = finishWork;
    this.accounts = accounts;
    this.forms = forms;
    this.transactions = transactions;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected HandOverInSlack() {
    this(null, null, null, null, null, null, null, null);
  }

  /**
   * Opens the form.
   *
   * @param trigger Slack's word for the button that was pressed
   * @return what to say instead, if there is no form to fill in
   */
  Optional<String> ask(AgentId agent, Ticket ticket, String trigger) {
    Optional<WorkItem> work =
        transactions.inNew(() -> workList.ofTicket(ticket.number().value())).stream()
            .filter(item -> item.outcomes().contains(OUTCOME))
            .min(Comparator.comparing(item -> item.owner().filter(agent::equals).isEmpty()));
    if (work.isEmpty()) {
      return Optional.of("There is nothing to hand over in " + ticket.number() + " now.");
    }
    Optional<AgentId> owner = work.get().owner();
    if (owner.isPresent() && !owner.get().equals(agent)) {
      return Optional.of(
          "%s cannot be handed over by you: it is the work of %s."
              .formatted(ticket.number(), owner.get()));
    }
    if (forms.open(trigger, form(ticket, work.get()))) {
      return Optional.empty();
    }
    return Optional.of(
        "To hand %s over, say what you tried and what is missing: %s"
            .formatted(
                ticket.number(),
                desk.link("/desk/tickets/" + ticket.number().value() + "#escalate")));
  }

  private SlackForm form(Ticket ticket, WorkItem work) {
    Map<String, String> others = new LinkedHashMap<>();
    transactions.inNew(teams::all).stream()
        .filter(team -> !team.id().equals(ticket.team()))
        .forEach(team -> others.put(team.id().value(), team.name()));
    return new SlackForm(
        PURPOSE,
        ticket.number().value() + " " + work.id(),
        TITLE + " " + ticket.number(),
        new SlackForm.Choice(TEAM, "To", "The usual next team", others),
        QUESTIONS);
  }

  /**
   * The form was sent.
   *
   * @param about as the form carried it
   * @param answers by the names of the fields
   * @return what Slack shows now: below the fields, or in place of the form
   */
  public String answered(String slackUser, String about, Map<String, String> answers) {
    Matcher which = ABOUT.matcher(about);
    if (!which.matches()) {
      throw new IllegalArgumentException("This is no form of the desk's");
    }
    Map<String, String> errors = new LinkedHashMap<>();
    QUESTIONS.stream()
        .map(SlackForm.Question::name)
        .filter(name -> answers.getOrDefault(name, "").isBlank())
        .forEach(name -> errors.put(name, "Must say something"));
    if (!errors.isEmpty()) {
      return SlackForms.refused(errors);
    }
    var number = new TicketNumber(Long.parseLong(which.group(1)));
    return SlackForms.done(
        TITLE,
        accounts
            .agentOf(slackUser)
            .map(agent -> handOver(agent, number, which.group(2), answers))
            .orElseGet(accounts::howToConnect));
  }

  private String handOver(
      Agent agent, TicketNumber number, String work, Map<String, String> answers) {
    Optional<Ticket> ticket = transactions.inNew(() -> tickets.find(number));
    if (ticket.isEmpty()) {
      return "There is no such ticket any more.";
    }
    Optional<TeamId> chosen =
        transactions.inNew(teams::all).stream()
            .map(Team::id)
            .filter(team -> team.value().equals(answers.get(TEAM)))
            .findFirst();
    var note =
        new HandOverNote(
            answers.getOrDefault("tried", ""),
            answers.getOrDefault("reproduced", ""),
            answers.getOrDefault("missing", ""));
    try {
      finishWork.handOver(ticket.get().id(), work, agent.id(), chosen, note, "");
    } catch (WorkAlreadyDoneException | NotYourWorkException | IllegalTicketStateException e) {
      return "%s was not handed over: %s.".formatted(number, e.getMessage());
    }
    return "%s is handed over with everything you wrote: %s"
        .formatted(number, desk.link("/desk/tickets/" + number.value()));
  }
}
