package org.tierline.ticket;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

  private static final int MOST_GUESTS = 100;

  static final int LINK_DAYS_AFTER_CLOSING = 90;

  @Id private UUID id;

  @Version private int version;

  private long number;

  private String subject;

  @Enumerated(EnumType.STRING)
  private TicketStatus status;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private String category;

  @Embedded private Ownership ownership;

  private UUID customerId;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private String statusToken;

  private Instant createdAt;

  private Instant updatedAt;

  private @Nullable Instant triagedAt;

  private @Nullable Instant clockFrom;

  private @Nullable Instant responseClockFrom;

  @Embedded private Exchange exchange;

  @Embedded private @Nullable DueDates dueDates;

  private @Nullable Instant resolvedAt;

  private @Nullable Instant closedAt;

  private @Nullable String mailbox;

  private @Nullable String mailboxTeam;

  private @Nullable String language;

  @Column(name = "merged_into")
  private @Nullable UUID mergedInto;

  private int customerMessages;

  private int messageCount;

  private int historyLength;

  @ElementCollection
  @CollectionTable(name = "ticket_guest", joinColumns = @JoinColumn(name = "ticket_id"))
  @Column(name = "email")
  private Set<String> guests = new HashSet<>();

  @OneToMany(mappedBy = "ticket", cascade = CascadeType.PERSIST)
  private List<Message> messages = new ArrayList<>();

  @OneToMany(mappedBy = "ticket", cascade = CascadeType.PERSIST)
  private List<HandOver> handOvers = new ArrayList<>();

  @OneToMany(mappedBy = "ticket", cascade = CascadeType.PERSIST)
  private List<HistoryEntry> history = new ArrayList<>();

  protected Ticket() {} // for JPA

  private Ticket(
      TicketNumber number, String subject, Customer customer, Channel channel, Instant now) {
    this.id = UUID.randomUUID();
    this.number = number.value();
    this.subject = StorableText.of(subject);
    this.status = TicketStatus.NEW;
    this.priority = Priority.NORMAL;
    this.category = Category.GENERAL.code();
    this.ownership = new Ownership(TeamId.TIER1);
    this.customerId = customer.id().value();
    this.channel = channel;
    this.statusToken = StatusToken.random().value();
    this.exchange = new Exchange(now);
    this.createdAt = now;
    this.updatedAt = now;
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
    ticket.say(Purpose.REQUEST, channel, Author.of(customer), content, now);
    ticket.customerMessages = 1;
    return ticket;
  }

  /** It came through one of several mailboxes. */
  void cameThrough(Entrance entrance) {
    mailbox = entrance.mailbox();
    mailboxTeam = entrance.team().map(TeamId::value).orElse(null);
    language = entrance.language().map(Locale::toLanguageTag).orElse(null);
  }

  /**
   * The decision tables have spoken.
   *
   * @param why the signals and rules that led to it
   */
  public void triage(
      Category newCategory, Priority newPriority, TeamId newTeam, String why, Instant now) {
    demandUnfinished("triage");
    this.category = newCategory.code();
    this.priority = newPriority;
    this.ownership.startAt(newTeam);
    this.triagedAt = now;
    record(
        HistoryKind.TRIAGED,
        Author.DESK,
        "category %s, priority %s, team %s".formatted(category, priority, newTeam),
        why,
        now);
  }

  /**
   * The desk promises a first response and a resolution; a later promise replaces an earlier one.
   */
  public void promise(Instant firstResponseBy, Instant resolutionBy, String policy, Instant now) {
    this.dueDates = new DueDates(firstResponseBy, null, resolutionBy, null, null);
    record(
        HistoryKind.PROMISED,
        Author.DESK,
        "first response by %s, resolution by %s".formatted(firstResponseBy, resolutionBy),
        policy,
        now);
  }

  /** The clocks of what was promised were read again. */
  public void isDue(DueDates dates) {
    this.dueDates = dates;
  }

  /** The customer was told that we have it. */
  public void acknowledge(Instant now) {
    record(HistoryKind.ACKNOWLEDGED, Author.DESK, "customer told we have it", null, now);
  }

  /** Hands the ticket to an agent of its team. */
  public void assignTo(AgentId agent, String why, Instant now) {
    demandUnfinished("assign");
    if (assignee().filter(agent::equals).isPresent()) {
      return;
    }
    ownership.give(agent);
    if (status == TicketStatus.NEW) {
      status = TicketStatus.OPEN;
    }
    record(HistoryKind.ASSIGNED, Author.DESK, "assigned to " + agent, why, now);
  }

  /** An agent took the ticket out of the queue, or from a colleague, who may have left no note. */
  public void takenBy(AgentId agent, String displayName, Instant now) {
    demandUnfinished("take");
    String what =
        assignee()
            .map(owner -> "taken from %s by %s".formatted(owner, agent))
            .orElse("taken by " + agent);
    boolean isTold = assignee().isEmpty() || handOverAwaited().isPresent();
    String why = isTold ? null : "without a hand-over";
    ownership.give(agent);
    if (status == TicketStatus.NEW) {
      status = TicketStatus.OPEN;
    }
    record(HistoryKind.ASSIGNED, Author.of(agent, displayName), what, why, now);
  }

  /** A lead decided whose it is. */
  public void givenBy(Author lead, AgentId agent, Instant now) {
    demandUnfinished("give");
    ownership.give(agent);
    handOverAwaited().ifPresent(handOver -> handOver.arriveAt(team()));
    if (status == TicketStatus.NEW) {
      status = TicketStatus.OPEN;
    }
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
    if (status == TicketStatus.NEW) {
      status = TicketStatus.OPEN;
    }
    record(HistoryKind.QUEUED, Author.DESK, "waits in the queue of " + team(), why, now);
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
    String owner = assignee().orElseThrow().value();
    ownership.release();
    record(
        HistoryKind.QUEUED,
        Author.DESK,
        "waits in the queue of " + team(),
        owner + " " + ownersReason,
        now);
  }

  /**
   * Its agent gives the ticket back, or somebody takes it from them: it waits in the queue, and
   * that agent is not asked again.
   */
  public void giveBack(AgentId by, String displayName, Instant now) {
    demandUnfinished("give back");
    String owner = assignee().orElseThrow().value();
    String why = handOverAwaited().isEmpty() ? "without a hand-over" : null;
    ownership.leaveOwner();
    handOverAwaited().ifPresent(handOver -> handOver.arriveAt(team()));
    record(
        HistoryKind.QUEUED,
        Author.of(by, displayName),
        by.value().equals(owner)
            ? "gave it back to the queue of " + team()
            : "took it from %s, back to the queue of %s".formatted(owner, team()),
        why,
        now);
  }

  /** The customer writes again. */
  public Message receive(Author from, Channel by, Content content, Instant now) {
    customerMessages++;
    exchange.customerSpoke(now);
    record(HistoryKind.CUSTOMER_WROTE, from, "wrote by " + by, null, now);
    return say(Purpose.REQUEST, by, from, content, now);
  }

  /** Somebody who takes part wants these people to take part, too: they may answer. */
  public void drawIn(Collection<EmailAddress> people) {
    if (!people.isEmpty()) {
      people.stream()
          .limit(Math.max(0, MOST_GUESTS - guests.size()))
          .map(EmailAddress::value)
          .forEach(guests::add);
    }
  }

  /**
   * The customer, or a program in their name, writes more than can be answered one by one. The
   * first of such messages is noted, the others are only kept.
   */
  public void collect(Author from, Channel by, Content content, String why, Instant now) {
    if (history.stream().noneMatch(entry -> entry.kind() == HistoryKind.COLLECTING)) {
      record(HistoryKind.COLLECTING, Author.DESK, "collects further messages", why, now);
    }
    say(Purpose.REQUEST, by, from, content, now);
  }

  /** A machine answers for its owner: colleagues may read it, but nobody has spoken. */
  public void receiveAutomaticReply(Channel by, Content content, Instant now) {
    record(HistoryKind.MAIL_REPORTED, Author.DESK, "an automatic reply came", null, now);
    say(Purpose.NOTE, by, Author.DESK, content, now);
  }

  /**
   * An agent writes to the customer or to colleagues. Colleagues may leave notes on a closed
   * ticket, such as what came of a low rating.
   */
  public Message write(Purpose purpose, Author agent, Content content, Instant now) {
    if (purpose != Purpose.NOTE) {
      demandUnfinished("write to");
    }
    if (purpose.direction() == Direction.INBOUND) {
      throw new IllegalArgumentException("Agents do not write " + purpose);
    }
    if (purpose.direction() == Direction.OUTBOUND) {
      exchange.weSpoke(now);
    }
    record(HistoryKind.AGENT_WROTE, agent, "wrote a " + purpose, null, now);
    return say(purpose, channel, agent, content, now);
  }

  /** The desk itself told the customer that we are still at it. That answers nothing. */
  public void keepPosted(Instant now) {
    demandUnfinished("keep the customer posted about");
    record(HistoryKind.KEPT_POSTED, Author.DESK, "customer told we are at it", null, now);
  }

  /** We asked the customer something; until they answer, our clocks stand. */
  public void waitForCustomer(Instant now) {
    demandUnfinished("wait for the customer of");
    status = TicketStatus.WAITING_FOR_CUSTOMER;
    record(HistoryKind.WAITING, Author.DESK, "waits for the customer", null, now);
  }

  /** Work goes on, and our clocks with it. */
  public void resume(String why, Instant now) {
    demandUnfinished("resume");
    status = TicketStatus.OPEN;
    record(HistoryKind.RESUMED, Author.DESK, "work goes on", why, now);
  }

  /** Its agent, or a lead, leaves to whoever goes on what that one needs to know. */
  public void handOver(HandOverNote note, Author by, Instant now) {
    demandUnfinished("hand over");
    handOvers.add(new HandOver(this, handOvers.size() + 1, by, note, now));
  }

  /** It asks for an agent of long experience, as the decision tables have it. */
  public void demandExperience(Demand experience) {
    ownership.demand(experience);
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
    record(HistoryKind.LEAD_CALLED, Author.DESK, "a lead has to decide", why, now);
    return Optional.of(new LeadCalled(id(), number(), why));
  }

  /** Goes to another team with everything known so far; the new team's queue owns it now. */
  public void escalate(TeamId to, Author by, String why, Instant now) {
    demandUnfinished("escalate");
    TeamId from = team();
    ownership.moveTo(to);
    handOverAwaited().ifPresent(handOver -> handOver.arriveAt(to));
    this.status = TicketStatus.OPEN;
    record(HistoryKind.ESCALATED, by, "escalated from %s to %s".formatted(from, to), why, now);
  }

  /** A defect of ours stands behind it; engineering takes over the repair. */
  public void confirmBug(Instant now) {
    demandUnfinished("confirm a bug for");
    status = TicketStatus.WITH_ENGINEERING;
    record(HistoryKind.BUG_CONFIRMED, Author.DESK, "confirmed as a defect", null, now);
  }

  /** Engineering told us what became of the defect. */
  public void recordBugOutcome(Author by, String outcome, Instant now) {
    demandUnfinished("record a bug outcome for");
    status = TicketStatus.OPEN;
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

  /** Something about the promise that people should know later; changes nothing else. */
  public void note(HistoryKind kind, Author by, String what, @Nullable String why, Instant now) {
    record(kind, by, what, why, now);
  }

  /** We think it is solved. */
  public void resolve(String why, Instant now) {
    demandUnfinished("resolve");
    status = TicketStatus.RESOLVED;
    resolvedAt = now;
    record(HistoryKind.RESOLVED, Author.DESK, "resolved", why, now);
  }

  /** The customer says it is not solved. The owner stays. */
  public void reopen(String why, Instant now) {
    boolean over = status == TicketStatus.RESOLVED || status == TicketStatus.CLOSED;
    if (!over || mergedInto != null) {
      throw new IllegalTicketStateException(number(), "reopen", status);
    }
    status = TicketStatus.OPEN;
    resolvedAt = null;
    closedAt = null;
    record(HistoryKind.REOPENED, Author.DESK, "reopened", why, now);
  }

  /** The end. */
  public void close(String why, Instant now) {
    demandUnfinished("close");
    status = TicketStatus.CLOSED;
    closedAt = now;
    record(HistoryKind.CLOSED, Author.DESK, "closed", why, now);
  }

  /** It turned out to be about the same as another ticket, in which the conversation goes on. */
  void mergeInto(Ticket survivor, Author by, Instant now) {
    if (mergedInto != null || survivor.status.isFinished() || survivor == this) {
      throw new IllegalTicketStateException(number(), "merge", status);
    }
    String clock = survivor.takesOverClockOf(this) ? "; our clock counts from its opening on" : "";
    mergedInto = survivor.id;
    if (!status.isFinished()) {
      status = TicketStatus.CLOSED;
      closedAt = now;
    }
    record(HistoryKind.MERGED, by, "merged into " + survivor.number(), null, now);
    survivor.record(HistoryKind.MERGED, by, "took in " + number() + clock, subject, now);
  }

  /** One customer waits for one solution, and does so since they first asked. */
  private boolean takesOverClockOf(Ticket merged) {
    boolean owed = !merged.status.isFinished() && merged.status != TicketStatus.RESOLVED;
    if (!owed
        || !customerId.equals(merged.customerId)
        || !merged.clockFrom().isBefore(clockFrom())) {
      return false;
    }
    if (firstRespondedAt().isEmpty() && merged.firstRespondedAt().isEmpty()) {
      responseClockFrom = merged.responseClockFrom();
    }
    clockFrom = merged.clockFrom();
    return true;
  }

  private Message say(Purpose purpose, Channel by, Author author, Content content, Instant now) {
    var message = new Message(this, ++messageCount, purpose, by, author, content, now);
    messages.add(message);
    return message;
  }

  private void record(
      HistoryKind kind, Author actor, String what, @Nullable String why, Instant now) {
    history.add(new HistoryEntry(this, ++historyLength, kind, actor, what, why, now));
    updatedAt = now;
  }

  private void demandUnfinished(String action) {
    if (status.isFinished()) {
      throw new IllegalTicketStateException(number(), action, status);
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
    return status;
  }

  public Priority priority() {
    return priority;
  }

  public Category category() {
    return new Category(category);
  }

  public TeamId team() {
    return ownership.team();
  }

  public Optional<AgentId> assignee() {
    return ownership.assignee();
  }

  /** Whether it asks for an agent of long experience. */
  public Demand seniority() {
    return ownership.seniority();
  }

  /** Who had the ticket and handed it away. */
  public Set<AgentId> formerOwners() {
    return ownership.formerOwners();
  }

  /** The teams it has been with before. */
  public Set<TeamId> formerTeams() {
    return ownership.formerTeams();
  }

  /** How often it went from one team to another, decisions of leads left out. */
  public int teamChanges() {
    return ownership.teamChanges();
  }

  /** Since when a lead is asked to decide whose it is; empty as soon as it is given to somebody. */
  public Optional<Instant> leadCalledAt() {
    return ownership.leadCalledAt();
  }

  public Optional<String> leadCalledWhy() {
    return ownership.leadCalledWhy();
  }

  /** Whether a lead decided that it goes to this team next. */
  public boolean isSentByLead(TeamId to) {
    return ownership.isSentByLead(to);
  }

  /** What its last agent left to the next one. */
  public Optional<HandOver> lastHandOver() {
    return handOvers.stream().max(comparingInt(HandOver::sequence));
  }

  /** What was written for the next one, who has not come yet. */
  public Optional<HandOver> handOverAwaited() {
    return lastHandOver().filter(last -> last.to().isEmpty());
  }

  public CustomerId customer() {
    return new CustomerId(customerId);
  }

  public Channel channel() {
    return channel;
  }

  /** The short name of the mailbox it came through, if it came through one of several. */
  public Optional<String> mailbox() {
    return Optional.ofNullable(mailbox);
  }

  /** Who answers what comes through that mailbox, unless triage knows better. */
  public Optional<TeamId> mailboxTeam() {
    return Optional.ofNullable(mailboxTeam).map(TeamId::new);
  }

  /** The language customers of that mailbox write in. */
  public Optional<Locale> language() {
    return Optional.ofNullable(language).map(Locale::forLanguageTag);
  }

  public StatusToken statusToken() {
    return new StatusToken(statusToken);
  }

  /**
   * The link to the status page works until {@value #LINK_DAYS_AFTER_CLOSING} days after closing.
   */
  public boolean isStatusLinkValid(Instant now) {
    return closedAt == null
        || now.isBefore(closedAt.plus(Duration.ofDays(LINK_DAYS_AFTER_CLOSING)));
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Since when the customer waits for a solution: its opening, or that of an older one in it. */
  public Instant clockFrom() {
    return clockFrom == null ? createdAt : clockFrom;
  }

  /** Since when the customer waits for a first answer, unless an older ticket in it had one. */
  public Instant responseClockFrom() {
    return responseClockFrom == null ? createdAt : responseClockFrom;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public Optional<Instant> triagedAt() {
    return Optional.ofNullable(triagedAt);
  }

  /** Until when we have to do what we promised. */
  public DueDates dueDates() {
    return dueDates == null ? DueDates.NONE : dueDates;
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

  /** Who spoke last, and since when. */
  public Exchange exchange() {
    return exchange;
  }

  public Optional<Instant> firstRespondedAt() {
    return exchange.firstRespondedAt();
  }

  public Optional<Instant> resolvedAt() {
    return Optional.ofNullable(resolvedAt);
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  /** The ticket in which its conversation goes on; {@link Tickets#survivor} goes all the way. */
  public Optional<TicketId> mergedInto() {
    return Optional.ofNullable(mergedInto).map(TicketId::new);
  }

  /** How many messages the customer has sent, the first one included. */
  public int customerMessages() {
    return customerMessages;
  }

  public List<Message> messages() {
    return messages.stream().sorted(comparingInt(Message::sequence)).toList();
  }

  public List<HistoryEntry> history() {
    return history.stream().sorted(comparingInt(HistoryEntry::sequence)).toList();
  }

  /** Whom those who take part have drawn in by copying them on a mail. */
  public Set<EmailAddress> guests() {
    return guests.stream().map(EmailAddress::new).collect(toUnmodifiableSet());
  }

  /** The customers who have written in this ticket. */
  public Set<CustomerId> participants() {
    return messages.stream()
        .map(Message::author)
        .filter(author -> author.kind() == Author.Kind.CUSTOMER)
        .map(author -> CustomerId.parse(author.id()))
        .collect(toUnmodifiableSet());
  }
}
