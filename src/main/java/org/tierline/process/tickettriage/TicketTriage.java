package org.tierline.process.tickettriage;

import static org.tierline.process.TicketProcess.required;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.tierline.agent.TeamId;
import org.tierline.customer.Customer;
import org.tierline.ticket.Category;
import org.tierline.ticket.Demand;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Ticket;
import org.tierline.triage.Signals;

/** The vocabulary of the TicketTriage model: what goes into its decisions and what comes out. */
public final class TicketTriage {

  public static final String KEY = "TicketTriage";

  /** As much as a variable holds, with room to spare. */
  private static final int MAX_LENGTH = 2000;

  private static final String SIGNALS = "signals";
  private static final String SIGNALS_WHY = "signalsWhy";
  private static final String PLAN = "plan";
  private static final String VIP = "vip";
  private static final String MAILBOX_TEAM = "mailboxTeam";
  private static final String CATEGORY = "category";
  private static final String PRIORITY = "priority";
  private static final String TEAM = "team";
  private static final String SENIORITY = "seniority";

  private TicketTriage() {}

  static void signals(VariableScope scope, Signals signals, Customer customer) {
    scope.setVariable(SIGNALS, signals.codes());
    scope.setVariable(SIGNALS_WHY, shortened(signals.why()));
    scope.setVariable(PLAN, customer.plan().name());
    scope.setVariable(VIP, customer.isVip());
  }

  /** A table cannot ask for what is missing, so "none" is a text without letters. */
  static void entrance(VariableScope scope, Ticket ticket) {
    scope.setVariable(MAILBOX_TEAM, ticket.origin().mailboxTeam().map(TeamId::value).orElse(""));
  }

  static Category category(VariableScope scope) {
    return new Category((String) required(scope, CATEGORY));
  }

  static Priority priority(VariableScope scope) {
    return Priority.valueOf((String) required(scope, PRIORITY));
  }

  static TeamId team(VariableScope scope) {
    return new TeamId((String) required(scope, TEAM));
  }

  /** A ticket that was triaged before the table was asked does without. */
  static Demand seniority(VariableScope scope) {
    Object asked = scope.getVariable(SENIORITY);
    return asked == null ? Demand.ANY : Demand.valueOf((String) asked);
  }

  static String why(VariableScope scope) {
    return (String) required(scope, SIGNALS_WHY);
  }

  private static String shortened(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
  }
}
