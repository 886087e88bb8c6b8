package org.tierline.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentFixture;
import org.tierline.agent.AgentId;
import org.tierline.agent.TeamId;
import org.tierline.customer.Customer;
import org.tierline.customer.Customers;
import org.tierline.platform.mail.EmailAddress;

/** What every store of tickets must do; run against memory, H2 and PostgreSQL. */
abstract class TicketsContract {

  private static final AgentId ANA = new AgentId("ana");

  /** Runs work as one transaction would; nothing loaded in one is known to the next. */
  protected abstract <T> T inTransaction(BiFunction<Tickets, Customers, T> work);

  @Test
  void aTicketComesBackAsItWasStored() {
    TicketId id = open("Printer on fire", "It burns.");

    var found = inTransaction((tickets, customers) -> seen(tickets.get(id)));

    assertThat(found)
        .isEqualTo(
            List.of(
                "Printer on fire",
                TicketStatus.NEW,
                Priority.NORMAL,
                MONDAY_9AM,
                List.of("It burns."),
                List.of("opened by EMAIL")));
  }

  private static List<Object> seen(Ticket t) {
    return List.of(
        t.subject(),
        t.status(),
        t.priority(),
        t.createdAt(),
        t.messages().stream().map(Message::text).toList(),
        t.history().stream().map(HistoryEntry::what).toList());
  }

  @Test
  void everythingSaidLaterIsKeptInOrderAndWithoutGaps() {
    TicketId id = open("Printer on fire", "It burns.");

    inTransaction(
        (tickets, customers) -> {
          Ticket t = tickets.get(id);
          Author ana = Author.of(ANA, "Ana");
          t.write(Purpose.QUESTION, ana, Content.typed("Which printer?"), MONDAY_9AM);
          return t.write(Purpose.NOTE, ana, Content.typed("Odd."), MONDAY_9AM.plusSeconds(1));
        });

    inTransaction(
        (tickets, customers) -> {
          Ticket t = tickets.get(id);
          assertThat(t.messages()).extracting(Message::sequence).containsExactly(1, 2, 3);
          assertThat(t.messages())
              .extracting(Message::text)
              .containsExactly("It burns.", "Which printer?", "Odd.");
          assertThat(t.history()).extracting(HistoryEntry::sequence).containsExactly(1, 2, 3);
          return true;
        });
  }

  @Test
  void whoGotAMessageIsKeptWithIt() {
    TicketId id = open("Printer on fire", "It burns.");
    List<EmailAddress> people =
        List.of(new EmailAddress("bruno@customer.example"), new EmailAddress("dora@x.example"));

    inTransaction(
        (tickets, customers) -> {
          tickets.get(id).messages().get(0).copiedTo(people);
          return tickets
              .get(id)
              .write(
                  Purpose.REPLY,
                  Author.of(ANA, "Ana"),
                  Content.typed("Water."),
                  new Copies(people.subList(1, 2)),
                  MONDAY_9AM);
        });

    var copies =
        inTransaction(
            (tickets, customers) ->
                tickets.get(id).messages().stream().map(Message::copies).toList());
    assertThat(copies).containsExactly(people, people.subList(1, 2));
  }

  @Test
  void theOneCharacterThatIsNoTextIsLeftOut() {
    String word = "w" + UUID.randomUUID();
    TicketId id = open(word + " \0on fire", "It \0burns.");

    inTransaction(
        (tickets, customers) -> {
          Ticket t = tickets.get(id);
          t.note(HistoryKind.LINKED, Author.DESK, "linked", "so \0said Carla", MONDAY_9AM);
          assertThat(t.subject()).isEqualTo(word + " on fire");
          assertThat(t.messages()).extracting(Message::text).containsExactly("It burns.");
          return true;
        });

    assertThat(search(Optional.empty(), word + "\0")).containsExactly(id);
    assertThat(search(Optional.of(TicketStatus.CLOSED), "\0")).doesNotContain(id);
  }

  @Test
  void aTicketThatTookInAnOlderOneKeepsSinceWhenItsCustomerWaits() {
    TicketId id = open("Again on fire", "It burns again.");
    Instant since = MONDAY_9AM.minus(Duration.ofDays(3));

    inTransaction(
        (tickets, customers) -> {
          Ticket survivor = tickets.get(id);
          Ticket older =
              TicketFixture.aTicket(
                  tickets.nextNumber().value(),
                  customers.get(survivor.customer()),
                  "On fire",
                  "It burns.",
                  since);
          tickets.add(older);
          older.mergeInto(survivor, Author.DESK, MONDAY_9AM);
          return older;
        });

    inTransaction(
        (tickets, customers) -> {
          assertThat(tickets.get(id).clockFrom()).isEqualTo(since);
          assertThat(tickets.get(id).responseClockFrom()).isEqualTo(since);
          return true;
        });
  }

  @Test
  void isFoundByNumberTokenAndMailMessageId() {
    String mailId = "<" + UUID.randomUUID() + "@customer.example>";
    TicketId id =
        open("Findable", new Content("x", "x", Optional.empty(), Optional.of(mailId), List.of()));

    inTransaction(
        (tickets, customers) -> {
          Ticket t = tickets.get(id);
          assertThat(tickets.find(t.number())).map(Ticket::id).contains(id);
          assertThat(tickets.findByStatusToken(t.statusToken())).map(Ticket::id).contains(id);
          assertThat(tickets.findByMailMessageId(mailId)).map(Ticket::id).contains(id);
          assertThat(tickets.findByStatusToken(StatusToken.random())).isEmpty();
          assertThat(tickets.findByMailMessageId("<other@x.example>")).isEmpty();
          return true;
        });
  }

  @Test
  void numbersAreNeverGivenTwice() {
    TicketNumber first = inTransaction((tickets, customers) -> tickets.nextNumber());
    TicketNumber second = inTransaction((tickets, customers) -> tickets.nextNumber());

    assertThat(second.value()).isGreaterThan(first.value());
  }

  @Test
  void anUnknownTicketIsABrokenReference() {
    assertThatExceptionOfType(UnknownTicketException.class)
        .isThrownBy(() -> inTransaction((tickets, customers) -> tickets.get(TicketId.random())));
  }

  @Test
  void workloadWeighsWhatAnAgentHasToWorkOnNow() {
    AgentId zoe = new AgentId("zoe-" + UUID.randomUUID());
    TicketId critical = open("down", "all down");
    TicketId waiting = open("how", "how do I");
    TicketId normal = open("hm", "hm");
    inTransaction(
        (tickets, customers) -> {
          triaged(tickets.get(critical), Priority.CRITICAL).assignTo(zoe, "least load", MONDAY_9AM);
          triaged(tickets.get(normal), Priority.NORMAL).assignTo(zoe, "least load", MONDAY_9AM);
          Ticket asked = triaged(tickets.get(waiting), Priority.HIGH);
          asked.assignTo(zoe, "least load", MONDAY_9AM);
          asked.waitForCustomer(MONDAY_9AM);
          return true;
        });

    List<WorkInHand> work = inTransaction((tickets, customers) -> tickets.workInHand(Set.of(zoe)));
    List<TicketId> inWork =
        inTransaction(
            (tickets, customers) -> tickets.inWorkBy(zoe).stream().map(Ticket::id).toList());

    assertThat(work)
        .containsExactlyInAnyOrder(
            new WorkInHand(zoe, Category.GENERAL, Priority.CRITICAL, 1),
            new WorkInHand(zoe, Category.GENERAL, Priority.NORMAL, 1));
    assertThat(inWork).containsExactly(critical, normal);
  }

  @Test
  void theQueueIsMostUrgentFirstThenOldest() {
    TeamId team = new TeamId("t" + UUID.randomUUID().toString().substring(0, 8));
    TicketId oldNormal = open("old", "x");
    TicketId critical = open("urgent", "x");
    TicketId owned = open("owned", "x");
    inTransaction(
        (tickets, customers) -> {
          tickets.get(oldNormal).triage(Category.GENERAL, Priority.NORMAL, team, "r", MONDAY_9AM);
          tickets.get(critical).triage(Category.GENERAL, Priority.CRITICAL, team, "r", MONDAY_9AM);
          tickets.get(owned).triage(Category.GENERAL, Priority.CRITICAL, team, "r", MONDAY_9AM);
          tickets.get(owned).assignTo(ANA, "r", MONDAY_9AM);
          tickets.get(oldNormal).queue("nobody is free", MONDAY_9AM);
          tickets.get(critical).queue("nobody is free", MONDAY_9AM);
          return true;
        });

    List<TicketId> queue =
        inTransaction(
            (tickets, customers) -> tickets.queueOf(team, 10).stream().map(Ticket::id).toList());

    assertThat(queue).containsExactly(critical, oldNormal);
  }

  @Test
  void aTicketStillOnItsWayThroughTriageIsNotInTheQueue() {
    TeamId team = new TeamId("t" + UUID.randomUUID().toString().substring(0, 8));
    TicketId id = open("on its way", "x");

    List<Ticket> queue =
        inTransaction(
            (tickets, customers) -> {
              tickets.get(id).triage(Category.GENERAL, Priority.HIGH, team, "r", MONDAY_9AM);
              return tickets.queueOf(team, 10);
            });

    assertThat(queue).isEmpty();
  }

  @Test
  void remembersWhoGaveATicketBack() {
    TicketId id = open("back", "x");
    inTransaction(
        (tickets, customers) -> {
          triaged(tickets.get(id), Priority.NORMAL).assignTo(ANA, "r", MONDAY_9AM);
          tickets.get(id).giveBack(ANA, "Ana", MONDAY_9AM);
          return true;
        });

    Set<AgentId> by =
        inTransaction((tickets, customers) -> tickets.get(id).ownership().formerOwners());

    assertThat(by).containsExactly(ANA);
  }

  @Test
  void countsWhatIsUnfinishedByWhoseItIs() {
    var team = new TeamId("t" + UUID.randomUUID().toString().substring(0, 8));
    AgentId zoe = new AgentId("zoe-" + UUID.randomUUID());
    TicketId owned = open("owned", "x");
    TicketId late = open("late", "x");
    TicketId queued = open("queued", "x");
    TicketId asked = open("asked", "x");
    TicketId unanswered = open("unanswered", "x");
    TicketId closed = open("closed", "x");
    Instant later = MONDAY_9AM.plus(Duration.ofHours(9));
    inTransaction(
        (tickets, customers) -> {
          for (TicketId id : List.of(owned, late, queued, asked, unanswered, closed)) {
            Ticket ticket = tickets.get(id);
            ticket.triage(Category.GENERAL, Priority.NORMAL, team, "r", MONDAY_9AM);
            ticket.promise(later.plusSeconds(1), later.plusSeconds(1), "p", MONDAY_9AM);
          }
          tickets.get(late).promise(later, later.plusSeconds(1), "p", MONDAY_9AM);
          tickets.get(asked).promise(later, later, "p", MONDAY_9AM);
          for (TicketId id : List.of(owned, late, asked, unanswered, closed)) {
            tickets.get(id).assignTo(zoe, "r", MONDAY_9AM);
          }
          tickets.get(unanswered).isDue(new DueDates(null, later, null, null, null));
          tickets.get(queued).queue("r", MONDAY_9AM);
          tickets.get(asked).waitForCustomer(MONDAY_9AM);
          tickets.get(closed).close("r", MONDAY_9AM);
          return true;
        });

    List<StandingWork> standing =
        inTransaction(
            (tickets, customers) ->
                tickets.standing(later).stream().filter(w -> w.team().equals(team)).toList());

    assertThat(standing.stream().filter(w -> w.owner().isEmpty()))
        .singleElement()
        .satisfies(
            queue -> {
              assertThat(queue.tickets()).isEqualTo(1);
              assertThat(queue.oldest()).isEqualTo(MONDAY_9AM);
              assertThat(queue.overdue()).isZero();
            });
    List<StandingWork> zoes =
        standing.stream().filter(w -> w.owner().filter(zoe::equals).isPresent()).toList();
    assertThat(zoes.stream().mapToInt(StandingWork::tickets).sum()).isEqualTo(4);
    assertThat(zoes.stream().mapToInt(StandingWork::overdue).sum()).isEqualTo(2);
    assertThat(zoes).extracting(StandingWork::status).contains(TicketStatus.WAITING_FOR_CUSTOMER);
  }

  @Test
  void listsWhatALeadHasToDecideOnUntilItHasAnOwner() {
    var team = new TeamId("t" + UUID.randomUUID().toString().substring(0, 8));
    TicketId called = open("called", "x");
    TicketId circling = open("circling", "x");
    TicketId usual = open("usual", "x");
    inTransaction(
        (tickets, customers) -> {
          tickets.get(called).triage(Category.GENERAL, Priority.LOW, team, "r", MONDAY_9AM);
          tickets.get(usual).triage(Category.GENERAL, Priority.LOW, team, "r", MONDAY_9AM);
          tickets
              .get(circling)
              .triage(Category.GENERAL, Priority.HIGH, TeamId.LEAD, "r", MONDAY_9AM);
          for (TicketId id : List.of(called, circling, usual)) {
            tickets.get(id).queue("nobody", MONDAY_9AM);
          }
          assertThat(tickets.get(called).callLead("nobody was free", MONDAY_9AM)).isPresent();
          assertThat(tickets.get(called).callLead("nobody was free", MONDAY_9AM)).isEmpty();
          return true;
        });

    assertThat(leadsDecideOn(called, circling, usual)).containsExactly(circling, called);

    inTransaction(
        (tickets, customers) -> {
          tickets.get(called).givenBy(Author.of(ANA, "Lena"), ANA, MONDAY_9AM);
          return true;
        });
    assertThat(leadsDecideOn(called, circling, usual)).containsExactly(circling);

    inTransaction((tickets, customers) -> tickets.get(called).callLead("too late", MONDAY_9AM));
    assertThat(leadsDecideOn(called, circling, usual)).containsExactly(circling, called);
  }

  @Test
  void remembersWhereALeadSendsATicketUntilItIsThere() {
    TicketId id = open("sent", "x");
    inTransaction(
        (tickets, customers) -> {
          triaged(tickets.get(id), Priority.NORMAL).sentByLead(TeamId.TIER2);
          return true;
        });

    assertThat(isSentToTier2(id)).isTrue();

    inTransaction(
        (tickets, customers) -> {
          tickets.get(id).escalate(TeamId.TIER2, Author.DESK, "r", MONDAY_9AM);
          return true;
        });
    assertThat(isSentToTier2(id)).isFalse();
  }

  private boolean isSentToTier2(TicketId id) {
    return inTransaction(
        (tickets, customers) -> tickets.get(id).ownership().isSentByLead(TeamId.TIER2));
  }

  private List<TicketId> leadsDecideOn(TicketId... ours) {
    return inTransaction(
        (tickets, customers) ->
            tickets.forLeads(1000).stream()
                .map(Ticket::id)
                .filter(List.of(ours)::contains)
                .toList());
  }

  @Test
  void keepsWhatOneAgentLeavesToTheNext() {
    TicketId id = open("over", "x");
    var note = new HandOverNote("Restarted it.", "On Windows only.", "The driver's version.");
    inTransaction(
        (tickets, customers) -> {
          Ticket ticket = triaged(tickets.get(id), Priority.NORMAL);
          ticket.assignTo(ANA, "r", MONDAY_9AM);
          ticket.handOver(note, Author.of(ANA, "Ana"), MONDAY_9AM);
          return true;
        });
    inTransaction(
        (tickets, customers) -> {
          tickets.get(id).escalate(TeamId.LEAD, Author.of(ANA, "Ana"), "r", MONDAY_9AM);
          return true;
        });

    inTransaction(
        (tickets, customers) -> {
          HandOver left = tickets.get(id).lastHandOver().orElseThrow();
          assertThat(left.note()).isEqualTo(note);
          assertThat(left.by()).isEqualTo(Author.of(ANA, "Ana"));
          assertThat(left.at()).isEqualTo(MONDAY_9AM);
          assertThat(left.to()).contains(TeamId.LEAD);
          assertThat(tickets.get(id).ownership().formerTeams()).containsExactly(left.from());
          return true;
        });
  }

  @Test
  void searchFindsByStatusNumberAndWordsWithoutWildcards() {
    String word = "w" + UUID.randomUUID();
    TicketId id = open("50%_off " + word, "x");
    long number = inTransaction((tickets, customers) -> tickets.get(id).number().value());

    assertThat(search(Optional.of(TicketStatus.NEW), word.toUpperCase(java.util.Locale.ROOT)))
        .containsExactly(id);
    assertThat(search(Optional.of(TicketStatus.CLOSED), word)).isEmpty();
    assertThat(search(Optional.empty(), "#" + number)).containsExactly(id);
    assertThat(search(Optional.empty(), "50%_off " + word)).containsExactly(id);
    assertThat(search(Optional.empty(), "5%f " + word)).isEmpty();
  }

  @Test
  void searchFindsWhoseTheyAre() {
    String word = "w" + UUID.randomUUID();
    TicketId anas = open(word, "x");
    TicketId queued = open(word, "x");
    TicketId solved = open(word, "x");
    inTransaction(
        (tickets, customers) -> {
          tickets.get(anas).assignTo(AgentFixture.ANA, "her turn", MONDAY_9AM);
          tickets.get(queued).queue("nobody is free", MONDAY_9AM);
          tickets.get(solved).resolve("done", MONDAY_9AM);
          return true;
        });
    TeamId team = TeamId.TIER1;

    assertThat(searchOf(word, whose(null, AgentFixture.ANA, false))).containsExactly(anas);
    assertThat(searchOf(word, whose(null, null, true))).containsExactly(queued);
    assertThat(searchOf(word, whose(team, null, false))).containsExactly(solved, queued, anas);
    assertThat(searchOf(word, whose(TeamId.LEAD, null, false))).isEmpty();
  }

  private List<TicketId> searchOf(String word, TicketQuery.Whose whose) {
    return search(Optional.empty(), word, whose, TicketQuery.Order.NEWEST_FIRST);
  }

  private static TicketQuery.Whose whose(
      @Nullable TeamId team, @Nullable AgentId owner, boolean unowned) {
    return new TicketQuery.Whose(Optional.ofNullable(team), Optional.ofNullable(owner), unowned);
  }

  @Test
  void whatIsDueSoonestComesFirstAndWhatStandsStillDoesNot() {
    String word = "w" + UUID.randomUUID();
    TicketId undated = open(word, "x");
    TicketId answered = open(word, "x");
    TicketId soon = open(word, "x");
    TicketId waiting = open(word, "x");
    Instant noon = MONDAY_9AM.plus(Duration.ofHours(3));
    Instant evening = noon.plus(Duration.ofHours(6));
    Instant now = MONDAY_9AM.plusSeconds(1);
    inTransaction(
        (tickets, customers) -> {
          Ticket heard = tickets.get(answered);
          heard.promise(now, evening, "p", MONDAY_9AM);
          heard.write(
              Purpose.REPLY, Author.of(AgentFixture.ANA, "Ana"), Content.typed("We look."), now);
          heard.isDue(new DueDates(now, null, evening, null, null));
          tickets.get(soon).promise(noon, evening, "p", MONDAY_9AM);
          Ticket asked = tickets.get(waiting);
          asked.promise(now, now, "p", MONDAY_9AM);
          asked.waitForCustomer(now);
          return true;
        });

    assertThat(
            search(Optional.empty(), word, TicketQuery.Whose.ANYBODYS, TicketQuery.Order.DUE_FIRST))
        .containsExactly(soon, answered, undated);
  }

  @Test
  void aCustomersTicketsComeNewestFirstAndNobodyElses() {
    TicketId first = open("first", "x");
    TicketId second = openForTheCustomerOf(first, "second");
    TicketId third = openForTheCustomerOf(first, "third");
    open("of somebody else", "x");

    assertThat(ofTheCustomerOf(first, 10)).containsExactly(third, second, first);
    assertThat(ofTheCustomerOf(first, 2)).containsExactly(third, second);
  }

  private TicketId openForTheCustomerOf(TicketId other, String subject) {
    return inTransaction(
        (tickets, customers) -> {
          Customer same = customers.get(tickets.get(other).customer());
          Ticket ticket =
              Ticket.open(
                  tickets.nextNumber(),
                  subject,
                  same,
                  Channel.EMAIL,
                  Content.typed("x"),
                  MONDAY_9AM);
          tickets.add(ticket);
          return ticket.id();
        });
  }

  private List<TicketId> ofTheCustomerOf(TicketId ticket, int most) {
    return inTransaction(
        (tickets, customers) ->
            tickets.ofCustomer(tickets.get(ticket).customer(), most).stream()
                .map(Ticket::id)
                .toList());
  }

  private List<TicketId> search(Optional<TicketStatus> status, String text) {
    return search(status, text, TicketQuery.Whose.ANYBODYS, TicketQuery.Order.NEWEST_FIRST);
  }

  private List<TicketId> search(
      Optional<TicketStatus> status,
      String text,
      TicketQuery.Whose whose,
      TicketQuery.Order order) {
    var query = new TicketQuery(status, Optional.of(text), whose, order, 0, 10);
    return inTransaction(
        (tickets, customers) -> tickets.search(query).stream().map(Ticket::id).toList());
  }

  @Test
  void whoeverGoesThroughTheOpenTicketsFindsThemByNumberAndPage() {
    TicketId first = open("first", "x");
    TicketId solved = open("solved", "x");
    TicketId second = open("second", "x");
    inTransaction(
        (tickets, customers) -> {
          tickets.get(solved).resolve("done", MONDAY_9AM);
          return true;
        });
    long before = inTransaction((tickets, customers) -> tickets.get(first).number().value()) - 1;

    List<TicketId> page =
        inTransaction(
            (tickets, customers) ->
                tickets.unfinished(before, 2).stream().map(Ticket::id).toList());
    List<TicketId> rest =
        inTransaction(
            (tickets, customers) -> {
              long seen = tickets.get(second).number().value();
              return tickets.unfinished(seen, 2).stream().map(Ticket::id).toList();
            });

    assertThat(page).containsExactly(first, second);
    assertThat(rest).doesNotContain(first, second);
  }

  @Test
  void instantsKeepTheirMeaningWhateverTheZoneOfTheMachine() {
    TicketId id = open("time", "x");
    inTransaction(
        (tickets, customers) -> {
          tickets
              .get(id)
              .promise(
                  MONDAY_9AM.plus(Duration.ofHours(4)),
                  MONDAY_9AM.plus(Duration.ofHours(24)),
                  "p",
                  MONDAY_9AM);
          return true;
        });

    Optional<Instant> due =
        inTransaction((tickets, customers) -> tickets.get(id).resolutionDueAt());

    assertThat(due).contains(MONDAY_9AM.plus(Duration.ofHours(24)));
  }

  private static Ticket triaged(Ticket ticket, Priority priority) {
    ticket.triage(Category.GENERAL, priority, TeamId.TIER1, "rule", MONDAY_9AM);
    return ticket;
  }

  TicketId open(String subject, String text) {
    return open(subject, Content.typed(text));
  }

  private TicketId open(String subject, Content content) {
    return inTransaction(
        (tickets, customers) -> {
          var email = new EmailAddress(UUID.randomUUID() + "@customer.example");
          Customer customer = Customer.writingFrom(email, "Carla", MONDAY_9AM);
          customers.add(customer);
          Ticket ticket =
              Ticket.open(
                  tickets.nextNumber(), subject, customer, Channel.EMAIL, content, MONDAY_9AM);
          tickets.add(ticket);
          return ticket.id();
        });
  }
}
