package org.tierline.ticket;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.customer.Customer;
import org.tierline.customer.CustomerId;
import org.tierline.platform.StorableText;
import org.tierline.platform.mail.EmailAddress;

/**
 * A customer's request for help, from its first message until it is closed.
 *
 * <p>A ticket is opened by a message. Triage gives it a category, a priority and a team, and the
 * desk promises when it will have answered. It has exactly one owner or waits in exactly one team's
 * queue. When a promise is due follows from its history; the dates kept here are a copy. A resolved
 * ticket is closed when the grace period has passed without objection; an objection, then or soon
 * after, reopens it.
 *
 * <p>Every change is written to its history with who caused it and why, in a sequence without gaps.
 */
@Entity
public class Ticket {

  @Id private UUID id;

  @Version private int version;

  private long number;

  private String subject;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private String category;

  private UUID customerId;

  private String statusToken;

  @Embedded private Origin origin;

  @Embedded private Progress progress;

  @Embedded private Ownership ownership;

  @Embedded private PromiseClock clock;

  @Embedded private Conversation conversation;

  @Embedded private History history;

  protected Ticket() {} // for JPA

  private Ticket(
      TicketNumber number, String subject, Customer customer, Channel channel, Instant now) {
    this.id = UUID.randomUUID();
    this.number = number.value();
    this.subject = StorableText.of(subject);
    this.priority = Priority.NORMAL;
    this.category = Category.GENERAL.code();
    this.customerId = customer.id().value();
    this.statusToken = StatusToken.random().value();
    this.origin = new Origin(channel);
    this.progress = new Progress();
    this.ownership = new Ownership(TeamId.TIER1);
    this.clock = new PromiseClock(now);
    this.conversation = new Conversation();
    this.history = new History(now);
  }

  /** A customer's first message opens a ticket. */
  public static Ticket open(
      TicketNumber number,
      String subject,
      Customer customer,
      Channel channel,
      Content content,
      Instant now) {
    var ticket = new Ticket(number, subject, customer, channel, now);
    ticket.record(HistoryKind.OPENED, Author.of(customer), "opened by " + channel, null, now);
    ticket.conversation.customerSpoke(now);
    ticket.say(Purpose.REQUEST, channel, Author.of(customer), content, now);
    return ticket;
  }

  void cameThrough(Entrance entrance) {
    origin.cameThrough(entrance);
  }

  /**
   * The decision tables have spoken.
   *
   * @param why the signals and rules that led to it
   */
  public void triage(
      Category newCategory, Priority newPriority, TeamId newTeam, String why, Instant now) {
    demandUnfinished("triage");
    category = newCategory.code();
    priority = newPriority;
    ownership.startAt(newTeam);
    progress.triaged(now);
    String what = "category %s, priority %s, team %s".formatted(category, priority, newTeam);
    record(HistoryKind.TRIAGED, what, why, now);
  }

  /** It asks for an agent of long experience, as the decision tables have it. */
  public void demandExperience(Demand experience) {
    ownership.demand(experience);
  }

  /**
   * The desk promises a first response and a resolution; a later promise replaces an earlier one.
   */
  public void promise(Instant firstResponseBy, Instant resolutionBy, String policy, Instant now) {
    clock.isDue(new DueDates(firstResponseBy, null, resolutionBy, null, null));
    String what = "first response by %s, resolution by %s".formatted(firstResponseBy, resolutionBy);
    record(HistoryKind.PROMISED, what, policy, now);
  }

  /** The clocks of what was promised were read again. */
  public void isDue(DueDates dates) {
    clock.isDue(dates);
  }

  /** The customer was told that we have it. */
  public void acknowledge(Instant now) {
    record(HistoryKind.ACKNOWLEDGED, "request acknowledged", null, now);
  }

  /** Hands the ticket to an agent of its team. */
  public void assignTo(AgentId agent, String why, Instant now) {
    demandUnfinished("assign");
    if (assignee().filter(agent::equals).isPresent()) {
      return;
    }
    ownership.give(agent);
    progress.begin();
    record(HistoryKind.ASSIGNED, "assigned to " + agent, why, now);
  }

  /** An agent took the ticket out of the queue, or from a colleague, who may have left no note. */
  public void takenBy(AgentId agent, String displayName, Instant now) {
    demandUnfinished("take");
    String what =
        assignee()
            .map(owner -> "taken from %s by %s".formatted(owner, agent))
            .orElse("taken by " + agent);
    boolean isTold = assignee().isEmpty() || ownership.handOverAwaited().isPresent();
    String why = isTold ? null : "without a hand-over";
    ownership.give(agent);
    progress.begin();
    record(HistoryKind.ASSIGNED, Author.of(agent, displayName), what, why, now);
  }

  /** A lead decided whose it is. */
  public void givenBy(Author lead, AgentId agent, Instant now) {
    demandUnfinished("give");
    ownership.giveByLead(agent);
    progress.begin();
    record(HistoryKind.ASSIGNED, lead, "given to " + agent, null, now);
  }

  /** A lead decided which team it is for; what that team needs to know is written already. */
  public void sentByLead(TeamId to) {
    demandUnfinished("send");
    ownership.leadSends(to);
  }

  /** Nobody is free: the ticket waits in its team's queue. */
  public void queue(String why, Instant now) {
    demandUnfinished("queue");
    ownership.release();
    progress.begin();
    record(HistoryKind.QUEUED, "waits in the queue of " + team(), why, now);
  }

  /** Its owner is away for long: it waits in the queue for somebody who is there. */
  public void releaseFromAbsent(Instant until, Instant now) {
    release("is away until " + until, now);
  }

  /** Its owner works here no more: it waits in the queue for somebody else. */
  public void releaseFromLeaver(Instant now) {
    release("has left the desk", now);
  }

  private void release(String ownersReason, Instant now) {
    demandUnfinished("release");
    String why = assignee().orElseThrow().value() + " " + ownersReason;
    ownership.release();
    record(HistoryKind.QUEUED, "waits in the queue of " + team(), why, now);
  }

  /**
   * Its agent gives the ticket back, or somebody takes it from them: it waits in the queue, and
   * that agent is not asked again.
   */
  public void giveBack(AgentId by, String displayName, Instant now) {
    demandUnfinished("give back");
    AgentId owner = assignee().orElseThrow();
    String why = ownership.handOverAwaited().isEmpty() ? "without a hand-over" : null;
    ownership.giveBack();
    String what =
        by.equals(owner)
            ? "gave it back to the queue of " + team()
            : "took it from %s, back to the queue of %s".formatted(owner, team());
    record(HistoryKind.QUEUED, Author.of(by, displayName), what, why, now);
  }

  /** Its agent, or a lead, leaves to whoever goes on what that one needs to know. */
  public void handOver(HandOverNote note, Author by, Instant now) {
    demandUnfinished("hand over");
    ownership.leaveNote(this, note, by, now);
  }

  /**
   * Nobody the desk may ask can take it, or whoever has it is much too late: a lead has to decide.
   * Asked once, until it is given to somebody.
   *
   * @return what is to be announced; empty if a lead was called before
   */
  public Optional<LeadCalled> callLead(String why, Instant now) {
    demandUnfinished("call a lead for");
    if (!ownership.callLead(why, now)) {
      return Optional.empty();
    }
    record(HistoryKind.LEAD_CALLED, "a lead has to decide", why, now);
    return Optional.of(new LeadCalled(id(), number(), why));
  }

  /** Goes to another team with everything known so far; the new team's queue owns it now. */
  public void escalate(TeamId to, Author by, String why, Instant now) {
    demandUnfinished("escalate");
    TeamId from = team();
    ownership.moveTo(to);
    progress.workOn();
    record(HistoryKind.ESCALATED, by, "escalated from %s to %s".formatted(from, to), why, now);
  }

  /** The customer writes again. */
  public Message receive(Author from, Channel by, Content content, Instant now) {
    conversation.customerSpoke(now);
    record(HistoryKind.CUSTOMER_WROTE, from, "wrote by " + by, null, now);
    return say(Purpose.REQUEST, by, from, content, now);
  }

  /** Somebody who takes part wants these people to take part, too: they may answer. */
  public void drawIn(Collection<EmailAddress> people) {
    conversation.drawIn(people);
  }

  /**
   * The customer, or a program in their name, writes more than can be answered one by one. The
   * first of such messages is noted, the others are only kept.
   */
  public void collect(Author from, Channel by, Content content, String why, Instant now) {
    if (!history.tellsOf(HistoryKind.COLLECTING)) {
      record(HistoryKind.COLLECTING, "collects further messages", why, now);
    }
    say(Purpose.REQUEST, by, from, content, now);
  }

  /** A machine answers for its owner: colleagues may read it, but nobody has spoken. */
  public void receiveAutomaticReply(Channel by, Content content, Instant now) {
    record(HistoryKind.MAIL_REPORTED, "an automatic reply came", null, now);
    say(Purpose.NOTE, by, Author.DESK, content, now);
  }

  /**
   * An agent writes to the customer or to colleagues. Colleagues may leave notes on a closed
   * ticket, such as what came of a low rating.
   */
  public Message write(Purpose purpose, Author agent, Content content, Instant now) {
    return write(purpose, agent, content, Copies.NONE, now);
  }

  /** The same, and others who take part hear it, too. */
  public Message write(Purpose purpose, Author agent, Content content, Copies copies, Instant now) {
    if (purpose != Purpose.NOTE) {
      demandUnfinished("write to");
    }
    if (purpose.direction() == Direction.INBOUND) {
      throw new IllegalArgumentException("Agents do not write " + purpose);
    }
    if (purpose.direction() == Direction.OUTBOUND) {
      conversation.weSpoke(now);
    }
    if (purpose.direction() != Direction.OUTBOUND && !copies.people().isEmpty()) {
      throw new IllegalArgumentException("Nobody but colleagues hears a " + purpose);
    }
    String copied = copies.inWords().orElse(null);
    record(HistoryKind.AGENT_WROTE, agent, "wrote a " + purpose, copied, now);
    Message message = say(purpose, channel(), agent, content, now);
    message.copiedTo(copies.people());
    return message;
  }

  /** The desk itself told the customer that we are still at it. That answers nothing. */
  public void keepPosted(Instant now) {
    demandUnfinished("keep the customer posted about");
    record(HistoryKind.KEPT_POSTED, "customer told we are at it", null, now);
  }

  /** We asked the customer something; until they answer, our clocks stand. */
  public void waitForCustomer(Instant now) {
    demandUnfinished("wait for the customer of");
    progress.waitForCustomer();
    record(HistoryKind.WAITING, "waits for the customer", null, now);
  }

  /** Work goes on, and our clocks with it. */
  public void resume(String why, Instant now) {
    demandUnfinished("resume");
    progress.workOn();
    record(HistoryKind.RESUMED, "work goes on", why, now);
  }

  /** A defect of ours stands behind it; engineering takes over the repair. */
  public void confirmBug(Instant now) {
    demandUnfinished("confirm a bug for");
    progress.waitForEngineering();
    record(HistoryKind.BUG_CONFIRMED, "confirmed as a defect", null, now);
  }

  /** Engineering told us what became of the defect. */
  public void recordBugOutcome(Author by, String outcome, Instant now) {
    demandUnfinished("record a bug outcome for");
    progress.workOn();
    record(HistoryKind.BUG_OUTCOME, by, "engineering: " + outcome, null, now);
  }

  /** The desk itself makes it more or less urgent. */
  public void changePriority(Priority to, String why, Instant now) {
    changePriority(to, Author.DESK, why, now);
  }

  void changePriority(Priority to, Author by, String why, Instant now) {
    demandUnfinished("change the priority of");
    if (to == priority) {
      return;
    }
    record(HistoryKind.PRIORITY_CHANGED, by, "priority %s to %s".formatted(priority, to), why, now);
    priority = to;
  }

  /** We think it is solved. */
  public void resolve(String why, Instant now) {
    demandUnfinished("resolve");
    progress.resolve(now);
    record(HistoryKind.RESOLVED, "resolved", why, now);
  }

  /** The customer says it is not solved. The owner stays. */
  public void reopen(String why, Instant now) {
    demand(!progress.isOwed() && !progress.isMerged(), "reopen");
    progress.reopen();
    record(HistoryKind.REOPENED, "reopened", why, now);
  }

  /** The end. */
  public void close(String why, Instant now) {
    demandUnfinished("close");
    progress.close(now);
    record(HistoryKind.CLOSED, "closed", why, now);
  }

  /** It turned out to be about the same as another ticket, in which the conversation goes on. */
  void mergeInto(Ticket survivor, Author by, Instant now) {
    boolean goesOn = survivor != this && !survivor.status().isFinished();
    demand(goesOn && !progress.isMerged(), "merge");
    String since = survivor.takesOverClockOf(this) ? "; our clock counts from its opening on" : "";
    progress.goOnIn(survivor.id(), now);
    record(HistoryKind.MERGED, by, "merged into " + survivor.number(), null, now);
    survivor.record(HistoryKind.MERGED, by, "took in " + number() + since, subject, now);
  }

  /** One customer waits for one solution, and does so since they first asked. */
  private boolean takesOverClockOf(Ticket merged) {
    if (!merged.progress.isOwed()
        || !customerId.equals(merged.customerId)
        || !clock.isYoungerThan(merged.clock)) {
      return false;
    }
    if (firstRespondedAt().isEmpty() && merged.firstRespondedAt().isEmpty()) {
      clock.countResponseFrom(merged.clock);
    }
    clock.countFrom(merged.clock);
    return true;
  }

  /** Something about the promise that people should know later; changes nothing else. */
  public void note(HistoryKind kind, Author by, String what, @Nullable String why, Instant now) {
    record(kind, by, what, why, now);
  }

  private Message say(Purpose purpose, Channel by, Author author, Content content, Instant now) {
    return conversation.add(this, purpose, by, author, content, now);
  }

  private void record(HistoryKind kind, String what, @Nullable String why, Instant now) {
    record(kind, Author.DESK, what, why, now);
  }

  private void record(
      HistoryKind kind, Author actor, String what, @Nullable String why, Instant now) {
    history.record(this, kind, actor, what, why, now);
  }

  private void demandUnfinished(String action) {
    demand(!status().isFinished(), action);
  }

  private void demand(boolean allowed, String action) {
    if (!allowed) {
      throw new IllegalTicketStateException(number(), action, status());
    }
  }

  public TicketId id() {
    return new TicketId(id);
  }

  public TicketNumber number() {
    return new TicketNumber(number);
  }

  /** Changes with every change of the ticket; lets a form notice that it has grown old. */
  public int version() {
    return version;
  }

  public String subject() {
    return subject;
  }

  public TicketStatus status() {
    return progress.status();
  }

  public Priority priority() {
    return priority;
  }

  public Category category() {
    return new Category(category);
  }

  public CustomerId customer() {
    return new CustomerId(customerId);
  }

  public StatusToken statusToken() {
    return new StatusToken(statusToken);
  }

  /**
   * The link to the status page works until {@value Progress#LINK_DAYS_AFTER_CLOSING} days after
   * closing.
   */
  public boolean isStatusLinkValid(Instant now) {
    return progress.isStatusLinkValid(now);
  }

  /** Which door it came through. */
  public Origin origin() {
    return origin;
  }

  public Channel channel() {
    return origin.channel();
  }

  /** Whose it is, and whose it was. */
  public Ownership ownership() {
    return ownership;
  }

  public TeamId team() {
    return ownership.team();
  }

  public Optional<AgentId> assignee() {
    return ownership.assignee();
  }

  /** What its last agent left to the next one. */
  public Optional<HandOver> lastHandOver() {
    return ownership.lastHandOver();
  }

  public Instant createdAt() {
    return clock.createdAt();
  }

  /** Since when the customer waits for a solution: its opening, or that of an older one in it. */
  public Instant clockFrom() {
    return clock.clockFrom();
  }

  /** Since when the customer waits for a first answer, unless an older ticket in it had one. */
  public Instant responseClockFrom() {
    return clock.responseClockFrom();
  }

  /** Until when we have to do what we promised. */
  public DueDates dueDates() {
    return clock.dueDates();
  }

  /** When the next thing the customer waits for is due; empty if nothing is. */
  public Optional<Instant> nextDueAt() {
    return dueDates().nearest(firstRespondedAt().isPresent());
  }

  public Optional<Instant> firstResponseDueAt() {
    return Optional.ofNullable(dueDates().firstResponseDueAt());
  }

  /** When the customer hears from us at the latest, even if there is no news. */
  public Optional<Instant> customerUpdateDueAt() {
    return Optional.ofNullable(dueDates().customerUpdateDueAt());
  }

  public Optional<Instant> resolutionDueAt() {
    return Optional.ofNullable(dueDates().resolutionDueAt());
  }

  public Optional<Instant> triagedAt() {
    return progress.triagedAt();
  }

  public Optional<Instant> resolvedAt() {
    return progress.resolvedAt();
  }

  public Optional<Instant> closedAt() {
    return progress.closedAt();
  }

  /** The ticket in which its conversation goes on; {@link Tickets#survivor} goes all the way. */
  public Optional<TicketId> mergedInto() {
    return progress.mergedInto();
  }

  /** What was said, and by whom. */
  public Conversation conversation() {
    return conversation;
  }

  public List<Message> messages() {
    return conversation.messages();
  }

  /** How many messages the customer has sent, the first one included. */
  public int customerMessages() {
    return conversation.customerMessages();
  }

  /** Who spoke last, and since when. */
  public Exchange exchange() {
    return conversation.exchange();
  }

  public Optional<Instant> firstRespondedAt() {
    return exchange().firstRespondedAt();
  }

  public List<HistoryEntry> history() {
    return history.entries();
  }

  public Instant updatedAt() {
    return history.updatedAt();
  }
}
