package org.tierline.container;

import static org.awaitility.Awaitility.await;
import static org.tierline.container.BesideTheDesk.bean;
import static org.tierline.container.BesideTheDesk.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camunda.bpm.engine.runtime.Job;
import org.tierline.agent.AgentId;
import org.tierline.agent.WorkItem;
import org.tierline.agent.WorkList;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.transactions.Transactions;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Content;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.NewTicket;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketId;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.Tickets;

/** A ticket of a customer nobody else has, and what tests want to know of it. */
record Situation(TicketId id, TicketNumber number, EmailAddress customer) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static Situation aTicket(String subject) {
    return aTicketFrom(aCustomer(), subject);
  }

  static EmailAddress aCustomer() {
    return new EmailAddress("c" + UUID.randomUUID() + "@customer.example");
  }

  static Situation aTicketFrom(EmailAddress customer, String subject) {
    Ticket ticket = bean(OpenTicket.class).open(request(customer, subject));
    return new Situation(ticket.id(), ticket.number(), customer);
  }

  static NewTicket request(EmailAddress customer, String subject) {
    return new NewTicket(
        customer,
        Optional.empty(),
        subject,
        Channel.API,
        Content.typed("It happens since this morning."),
        Optional.empty());
  }

  <T> T ask(Function<Ticket, T> question) {
    return bean(Transactions.class).inNew(() -> question.apply(bean(Tickets.class).get(id)));
  }

  Optional<AgentId> owner() {
    return ask(Ticket::assignee);
  }

  List<HistoryKind> history() {
    return ask(ticket -> ticket.history().stream().map(HistoryEntry::kind).toList());
  }

  List<WorkItem> work() {
    return bean(WorkList.class).ofTicket(number.value());
  }

  WorkItem awaitWork() {
    await().atMost(PATIENCE).until(() -> !work().isEmpty());
    return work().get(0);
  }

  void awaitThat(Predicate<Ticket> condition) {
    await().atMost(PATIENCE).until(() -> ask(condition::test));
  }

  long processes() {
    return engine()
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(String.valueOf(number.value()))
        .rootProcessInstances()
        .count();
  }

  /** What the engine has to do for this ticket at an activity, now or later. */
  Optional<Job> job(String activity) {
    return engine().getManagementService().createJobQuery().list().stream()
        .filter(job -> belongsHere(job) && activity.equals(definitionOf(job)))
        .findFirst();
  }

  Job awaitJob(String activity, Predicate<Job> condition) {
    await().atMost(PATIENCE).until(() -> job(activity).filter(condition).isPresent());
    return job(activity).orElseThrow();
  }

  private boolean belongsHere(Job job) {
    // the engine's own jobs, such as cleaning up its history, belong to no process
    return job.getRootProcessInstanceId() != null
        && engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(job.getRootProcessInstanceId())
                .processInstanceBusinessKey(String.valueOf(number.value()))
                .count()
            == 1;
  }

  private static String definitionOf(Job job) {
    return engine()
        .getManagementService()
        .createJobDefinitionQuery()
        .jobDefinitionId(job.getJobDefinitionId())
        .singleResult()
        .getActivityId();
  }
}
