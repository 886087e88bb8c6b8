package org.tierline.process;

import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.BEN;
import static org.tierline.agent.AgentFixture.TOM;
import static org.tierline.agent.AgentFixture.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.Absence;
import org.tierline.agent.AgentId;
import org.tierline.agent.AgentLeft;
import org.tierline.agent.ChangeAvailability;
import org.tierline.agent.InMemoryAbsences;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.InMemoryTeams;
import org.tierline.agent.NotAnAgentException;
import org.tierline.agent.NotYourWorkException;
import org.tierline.agent.Roster;
import org.tierline.agent.TeamId;
import org.tierline.agent.WorkAlreadyDoneException;
import org.tierline.agent.WorkResult;
import org.tierline.assignment.AssignTicket;
import org.tierline.assignment.HandOverWork;
import org.tierline.assignment.InMemoryTurns;
import org.tierline.assignment.WeightsFixture;
import org.tierline.bugtracking.ConfirmBug;
import org.tierline.bugtracking.RecordBugOutcome;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCompanyContracts;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.escalation.CallLead;
import org.tierline.escalation.DecideOwner;
import org.tierline.escalation.EscalateTicket;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.process.bugconfirmation.ConfirmBugDelegate;
import org.tierline.process.bugconfirmation.RecordOutcomeDelegate;
import org.tierline.process.customersurvey.InviteToSurveyDelegate;
import org.tierline.process.customersurvey.ReopenClosedTicketDelegate;
import org.tierline.process.customersurvey.SurveyWatch;
import org.tierline.process.customerwait.RemindCustomerDelegate;
import org.tierline.process.customerwait.ResumeWorkDelegate;
import org.tierline.process.customerwait.WaitForCustomerDelegate;
import org.tierline.process.deadlines.DeadlineWatch;
import org.tierline.process.deadlines.SetDeadlinesDelegate;
import org.tierline.process.deadlines.TakeLadderStepDelegate;
import org.tierline.process.decision.DecisionTrail;
import org.tierline.process.logphonecall.RecordPhoneCallDelegate;
import org.tierline.process.ticketlifecycle.AcknowledgeTicketDelegate;
import org.tierline.process.ticketlifecycle.EscalateTicketDelegate;
import org.tierline.process.ticketlifecycle.LifecycleStart;
import org.tierline.process.ticketlifecycle.MergeWatch;
import org.tierline.process.ticketresolution.CloseTicketDelegate;
import org.tierline.process.ticketresolution.ConfirmationWatch;
import org.tierline.process.ticketresolution.ReopenTicketDelegate;
import org.tierline.process.ticketresolution.ResolveTicketDelegate;
import org.tierline.process.tickettriage.DetectSignalsDelegate;
import org.tierline.process.tickettriage.PromiseResponseDelegate;
import org.tierline.process.tickettriage.RecordTriageDelegate;
import org.tierline.process.ticketwork.AssignTicketDelegate;
import org.tierline.process.worklist.EngineWorkList;
import org.tierline.process.worklist.LeadWatch;
import org.tierline.process.worklist.LeaverWatch;
import org.tierline.process.worklist.OpenTasks;
import org.tierline.process.worklist.OwnerWatch;
import org.tierline.process.worklist.RecordCustomerReplyDelegate;
import org.tierline.process.worklist.ReplyWatch;
import org.tierline.process.worklist.TaskWatch;
import org.tierline.sla.SlaBreachNear;
import org.tierline.sla.SlaBreached;
import org.tierline.sla.SlaFixture;
import org.tierline.sla.SlaPolicies;
import org.tierline.sla.SlaPolicy;
import org.tierline.sla.SlaTarget;
import org.tierline.sla.ladder.DeadlinesMoved;
import org.tierline.sla.ladder.SlaDesk;
import org.tierline.survey.AnswerSurvey;
import org.tierline.survey.InMemorySurveys;
import org.tierline.survey.InviteToSurvey;
import org.tierline.survey.SurveyAnswered;
import org.tierline.survey.SurveyInvited;
import org.tierline.survey.SurveyOverException;
import org.tierline.survey.UnknownSurveyException;
import org.tierline.ticket.AcknowledgeTicket;
import org.tierline.ticket.CannotMergeException;
import org.tierline.ticket.Channel;
import org.tierline.ticket.CloseTicket;
import org.tierline.ticket.ConfirmSolution;
import org.tierline.ticket.Content;
import org.tierline.ticket.CustomerWrote;
import org.tierline.ticket.FinishWork;
import org.tierline.ticket.GiveBackWork;
import org.tierline.ticket.HandOverNote;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.LeadCalled;
import org.tierline.ticket.LeadCalls;
import org.tierline.ticket.MergeTickets;
import org.tierline.ticket.NewTicket;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.PatiencePolicy;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.ReceiveReply;
import org.tierline.ticket.RecordPhoneCall;
import org.tierline.ticket.RemindCustomer;
import org.tierline.ticket.ReopenTicket;
import org.tierline.ticket.ResolveTicket;
import org.tierline.ticket.ResumeWork;
import org.tierline.ticket.ReturnTicket;
import org.tierline.ticket.SolutionConfirmed;
import org.tierline.ticket.TakeTicket;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketAssigned;
import org.tierline.ticket.TicketClosed;
import org.tierline.ticket.TicketFixture;
import org.tierline.ticket.TicketMerged;
import org.tierline.ticket.TicketOpened;
import org.tierline.ticket.TicketQueued;
import org.tierline.ticket.TicketReleased;
import org.tierline.ticket.TicketReopened;
import org.tierline.ticket.WaitForCustomer;
import org.tierline.ticket.WriteMessage;
import org.tierline.triage.DetectSignals;
import org.tierline.triage.RecordTriage;
import org.tierline.triage.Signal;
import org.tierline.triage.SignalTable;
import org.tierline.triage.Signals;

/**
 * A whole desk for process tests: the real models, service tasks, listeners and use cases; only
 * storage, the clock and two tables are in memory.
 */
public final class Desk {

  public static final AgentId EVA = new AgentId("eva");
  public static final AgentId LENA = new AgentId("lena");

  public static final Duration FIRST_RESPONSE = Duration.ofHours(1);
  public static final Duration RESOLUTION = Duration.ofHours(8);
  public static final PatiencePolicy PATIENCE =
      new PatiencePolicy(
          Duration.ofDays(3), Duration.ofDays(5), Duration.ofDays(7), Duration.ofDays(3));
  public static final HandOverNote NOTE =
      new HandOverNote("Water.", "It burns every time.", "Somebody who knows fire.");
  public static final Duration WARNING = Duration.ofMinutes(30);

  public final TestClock clock = new TestClock();
  public final RecordedFacts facts = new RecordedFacts();
  public final InMemoryTickets tickets = new InMemoryTickets();
  public final InMemoryAgents agents = new InMemoryAgents();
  public final InMemoryTeams teams = new InMemoryTeams();
  public final InMemoryAbsences absences = new InMemoryAbsences();
  public final EngineWorkList workList;
  public final FinishWork finishWork;
  public final GiveBackWork giveBackWork;
  public final SlaDesk sla;
  public final WriteMessage writeMessage;

  /** What the table of policies promises. */
  public final Map<SlaTarget, Duration> promised =
      new EnumMap<>(
          Map.of(SlaTarget.FIRST_RESPONSE, FIRST_RESPONSE, SlaTarget.RESOLUTION, RESOLUTION));

  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final InMemoryTurns turns = new InMemoryTurns();
  private final InMemorySurveys surveys = new InMemorySurveys();
  private final ProcessEngine engine;
  private final OpenTicket openTicket;
  private final ReceiveReply receiveReply;
  private final AssignTicket assignTicket;

  /** Deploys all models and tables at once, as the desk does when it starts. */
  public static void deploy(ProcessEngine engine) {
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        deployment.addString(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    deployment.deploy();
  }

  public Desk(ProcessEngine engine) {
    this.engine = engine;
    BpmnAwareTests.init(engine);
    ClockUtil.setCurrentTime(Date.from(clock.instant()));
    agents.add(agent(ANA, TeamId.TIER1));
    agents.add(agent(BEN, TeamId.TIER2));
    agents.add(agent(EVA, TeamId.ENGINEERING));
    member(ANA, "tier1");
    member(TOM, "tier1");
    member(BEN, "tier2");
    member(EVA, "engineering");
    member(LENA, "lead");

    openTicket =
        new OpenTicket(
            tickets,
            new RecogniseCustomer(customers, new InMemoryCompanyContracts(), clock),
            facts,
            clock);
    receiveReply = new ReceiveReply(tickets, facts, clock);
    writeMessage = new WriteMessage(tickets, agents, facts, clock);
    var roster = new Roster(agents, absences, clock);
    assignTicket =
        new AssignTicket(
            tickets,
            roster,
            WeightsFixture.benches(roster, tickets),
            WeightsFixture.RULES,
            turns,
            new LeadCalls(facts, clock),
            facts,
            clock);
    workList =
        new EngineWorkList(
            engine.getTaskService(),
            engine.getHistoryService(),
            engine.getIdentityService(),
            new DeskSettings("Tierline", URI.create("http://localhost:8080"), ZoneOffset.UTC));
    finishWork = new FinishWork(tickets, agents, writeMessage, workList, clock);
    giveBackWork = new GiveBackWork(tickets, writeMessage, workList, clock);
    sla = new SlaDesk(tickets, customers, this::policyFor, SlaDesk::aLadder, facts, clock);
    bindServiceTasks();
    listen();
  }

  private SlaPolicy policyFor(SlaPolicies.Request request) {
    return SlaFixture.policy(request.plan() + " " + request.priority(), promised);
  }

  private void bindServiceTasks() {
    SignalTable signalTable =
        text ->
            new Signals(
                "DetectSignals v1",
                text.contains("outage")
                    ? List.of(new Signal("OUTAGE", "outage", "row1"))
                    : List.of());
    var openTasks = new OpenTasks(engine.getTaskService());
    var reopenTicket = new ReopenTicket(tickets, facts, clock);
    Map<String, Object> beans = new HashMap<>();
    beans.put(
        "taskWatch",
        new TaskWatch(
            tickets,
            new TakeTicket(tickets, agents, facts, clock),
            new ReturnTicket(tickets, agents, facts, clock)));
    beans.put(
        "acknowledgeTicket",
        new AcknowledgeTicketDelegate(new AcknowledgeTicket(tickets, facts, clock)));
    beans.put(
        "escalateTicket",
        new EscalateTicketDelegate(
            new EscalateTicket(tickets, (from, category) -> TeamId.TIER2, teams, facts, clock)));
    beans.put(
        "detectSignals",
        new DetectSignalsDelegate(new DetectSignals(tickets, signalTable), tickets, customers));
    beans.put(
        "recordTriage",
        new RecordTriageDelegate(
            new RecordTriage(tickets, facts, clock),
            new DecisionTrail(engine.getHistoryService(), engine.getRepositoryService())));
    beans.put("promiseResponse", new PromiseResponseDelegate(sla.promiseResponse));
    beans.put("setDeadlines", new SetDeadlinesDelegate(sla.keepDeadlines));
    beans.put("assignTicket", new AssignTicketDelegate(assignTicket, tickets));
    beans.put(
        "takeLadderStep", new TakeLadderStepDelegate(sla.takeLadderSteps, tickets, openTasks));
    beans.put("recordCustomerReply", new RecordCustomerReplyDelegate(tickets, openTasks));
    beans.put(
        "waitForCustomer",
        new WaitForCustomerDelegate(
            new WaitForCustomer(tickets, facts, clock), tickets, PATIENCE, clock));
    beans.put(
        "remindCustomer",
        new RemindCustomerDelegate(new RemindCustomer(tickets, facts, clock), tickets));
    beans.put("resumeWork", new ResumeWorkDelegate(new ResumeWork(tickets, clock)));
    beans.put("confirmBug", new ConfirmBugDelegate(new ConfirmBug(tickets, facts, clock), tickets));
    beans.put(
        "recordOutcome",
        new RecordOutcomeDelegate(new RecordBugOutcome(tickets, agents, facts, clock)));
    beans.put(
        "resolveTicket",
        new ResolveTicketDelegate(new ResolveTicket(tickets, facts, clock), tickets, PATIENCE));
    beans.put(
        "closeTicket", new CloseTicketDelegate(new CloseTicket(tickets, facts, clock), tickets));
    beans.put("reopenTicket", new ReopenTicketDelegate(reopenTicket));
    beans.put(
        "inviteToSurvey",
        new InviteToSurveyDelegate(new InviteToSurvey(surveys, tickets, facts, clock)));
    beans.put("reopenClosedTicket", new ReopenClosedTicketDelegate(reopenTicket, tickets));
    beans.put(
        "recordPhoneCall",
        new RecordPhoneCallDelegate(new RecordPhoneCall(tickets, agents, clock)));
    TestEngine.BEANS.clear();
    TestEngine.BEANS.putAll(beans);
    facts.on(DeadlinesMoved.class, new DeadlineWatch(engine)::deadlinesMoved);
    facts.on(TicketAssigned.class, new OwnerWatch(openTasks)::ticketAssigned);
    facts.on(TicketReleased.class, new OwnerWatch(openTasks)::ticketReleased);
    facts.on(AgentLeft.class, new LeaverWatch(openTasks)::agentLeft);
    facts.on(AgentLeft.class, handOverWork()::agentLeft);
    facts.on(LeadCalled.class, new LeadWatch(openTasks)::leadCalled);
    var callLead = new CallLead(tickets, sla.readClocks, new LeadCalls(facts, clock));
    facts.on(SlaBreachNear.class, callLead::breachNear);
    facts.on(SlaBreached.class, callLead::breached);
    facts.on(TicketQueued.class, callLead::ticketQueued);
    facts.on(TicketReleased.class, callLead::ticketReleased);
  }

  private void listen() {
    var lifecycleStart = new LifecycleStart(engine.getRuntimeService());
    var surveyWatch = new SurveyWatch(engine.getRuntimeService());
    var confirmationWatch = new ConfirmationWatch(engine.getRuntimeService());
    facts.on(TicketOpened.class, lifecycleStart::ticketOpened);
    facts.on(TicketReopened.class, lifecycleStart::ticketReopened);
    facts.on(CustomerWrote.class, new ReplyWatch(engine.getRuntimeService())::customerWrote);
    facts.on(SolutionConfirmed.class, confirmationWatch::solutionConfirmed);
    facts.on(TicketMerged.class, new MergeWatch(engine.getRuntimeService())::ticketMerged);
    facts.on(TicketClosed.class, surveyWatch::ticketClosed);
    facts.on(SurveyAnswered.class, surveyWatch::surveyAnswered);
  }

  private void member(AgentId login, String group) {
    var identities = engine.getIdentityService();
    if (identities.createUserQuery().userId(login.value()).count() == 0) {
      identities.saveUser(identities.newUser(login.value()));
    }
    if (identities.createGroupQuery().groupId(group).count() == 0) {
      identities.saveGroup(identities.newGroup(group));
    }
    if (identities.createGroupQuery().groupId(group).groupMember(login.value()).count() == 0) {
      identities.createMembership(login.value(), group);
    }
  }

  /** A customer's message opens a ticket and, with it, its lifecycle. */
  public Ticket opened(String subject, String text) {
    return openTicket.open(TicketFixture.aRequest(subject, text));
  }

  /** A ticket whose life is over; its survey begins. */
  public Ticket closed() {
    Customer carla = TicketFixture.carla();
    customers.add(carla);
    Ticket ticket = TicketFixture.aTicketFrom(carla);
    Instant now = clock.instant();
    ticket.promise(now.plus(FIRST_RESPONSE), now.plus(RESOLUTION), "test", now);
    ticket.assignTo(ANA, "test", now);
    ticket.close("test", now);
    tickets.add(ticket);
    facts.announce(new TicketClosed(ticket.id(), ticket.number()));
    workOff();
    return ticket;
  }

  public Ticket openedByPhone() {
    return openTicket.open(
        new NewTicket(
            TicketFixture.CARLA_MAIL,
            Optional.of("Carla Customer"),
            "Called about the printer",
            Channel.PHONE,
            Content.typed("It burns."),
            Optional.empty()));
  }

  public void customerWrites(Ticket ticket, String text) {
    receiveReply.receive(
        ticket.id(), customers.get(ticket.customer()), Channel.EMAIL, Content.typed(text));
  }

  public void customerConfirms(Ticket ticket) {
    new ConfirmSolution(tickets, facts, clock)
        .confirm(ticket.id(), customers.get(ticket.customer()));
  }

  /** The customer answers the survey they were invited to. */
  public void customerRates(int stars, boolean solved)
      throws UnknownSurveyException, SurveyOverException {
    String token = facts.ofType(SurveyInvited.class).get(0).token();
    new AnswerSurvey(surveys, tickets, customers, facts, clock).answer(token, stars, "", solved);
    workOff();
  }

  public void merge(Ticket ticket, Ticket into, AgentId by) throws CannotMergeException {
    new MergeTickets(tickets, customers, agents, facts, clock)
        .merge(ticket.id(), into.number(), by);
    workOff();
  }

  public void agentReplies(Ticket ticket, AgentId agent, String text) {
    writeMessage.write(ticket.id(), agent, Purpose.REPLY, text);
  }

  public void finish(Ticket ticket, AgentId agent, String outcome, String text)
      throws WorkAlreadyDoneException, NotYourWorkException {
    finish(ticket, agent, new WorkResult(outcome, Optional.empty()), text);
  }

  /** The agent finishes the only task of the ticket; what follows by itself is worked off. */
  public void finish(Ticket ticket, AgentId agent, WorkResult result, String text)
      throws WorkAlreadyDoneException, NotYourWorkException {
    finishWork.finish(ticket.id(), taskOf(ticket).getId(), agent, result, text);
    workOff();
  }

  /** The agent hands the ticket to this team, or to the one of the table. */
  public void handOver(Ticket ticket, AgentId agent, @Nullable TeamId to)
      throws WorkAlreadyDoneException, NotYourWorkException {
    finishWork.handOver(
        ticket.id(), taskOf(ticket).getId(), agent, Optional.ofNullable(to), NOTE, "");
    workOff();
  }

  public Task taskOf(Ticket ticket) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(TicketProcess.businessKey(ticket.number()))
        .singleResult();
  }

  /** What runs for the ticket under this model's key. */
  public ProcessInstance running(String key, Ticket ticket) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(key)
        .processInstanceBusinessKey(TicketProcess.businessKey(ticket.number()))
        .singleResult();
  }

  public void available(AgentId agent, boolean available) {
    try {
      new ChangeAvailability(agents, facts).change(agent, available);
    } catch (NotAnAgentException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A long absence begins; the desk looks for those as it does every minute. */
  public void goesAway(AgentId agent, Duration time) {
    absences.add(new Absence(agent, clock.instant(), clock.instant().plus(time), "", agent));
    handOverWork().ofAbsent();
  }

  private HandOverWork handOverWork() {
    return new HandOverWork(absences, tickets, turns, WeightsFixture.RULES, facts, clock);
  }

  public DecideOwner decideOwner() {
    return new DecideOwner(tickets, agents, workList, facts, clock);
  }

  /** Asks for an owner of a queued ticket once more, as the desk does when somebody is free. */
  public void offerAgain(Ticket ticket) {
    assignTicket.assign(ticket.id());
  }

  /** Works off everything that waits for nothing but its turn. */
  public void workOff() {
    while (workOff(jobs().messages()) > 0) {
      // a step may lead to the next one
    }
  }

  /** Time passes; every timer that is due by then fires, and what follows is worked off. */
  public void pass(Duration time) {
    clock.pass(time);
    ClockUtil.setCurrentTime(Date.from(clock.instant()));
    workOff();
    while (workOff(jobs().timers()) > 0) {
      workOff();
    }
  }

  private int workOff(JobQuery query) {
    List<Job> due = query.executable().list();
    for (Job job : due) {
      if (engine.getManagementService().createJobQuery().jobId(job.getId()).count() > 0) {
        engine.getManagementService().executeJob(job.getId());
      }
    }
    return due.size();
  }

  public JobQuery jobs() {
    return engine.getManagementService().createJobQuery();
  }

  public List<String> historyOf(Ticket ticket, HistoryKind kind) {
    return ticket.history().stream()
        .filter(entry -> entry.kind() == kind)
        .map(HistoryEntry::what)
        .toList();
  }

  /** Leaves nothing behind for the next test. */
  public void close() {
    var runtime = engine.getRuntimeService();
    runtime
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(process -> runtime.deleteProcessInstance(process.getId(), "test is over"));
    var history = engine.getHistoryService();
    history
        .createHistoricProcessInstanceQuery()
        .list()
        .forEach(process -> history.deleteHistoricProcessInstanceIfExists(process.getId()));
    TestEngine.BEANS.clear();
    ClockUtil.reset();
  }
}
