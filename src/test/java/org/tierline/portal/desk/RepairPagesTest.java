package org.tierline.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.RepairList;
import org.tierline.customer.Customer;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.outbox.FailedDeliveries;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.portal.Pages;
import org.tierline.ticket.HistoryEntry;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.RepairDeliveries;
import org.tierline.ticket.StrayTickets;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;

class RepairPagesTest {

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("http://localhost:8080"), ZoneOffset.UTC);

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final Customer carla = TicketFixture.carla();
  private final Ticket ticket = TicketFixture.aTicketFrom(carla);
  private final Outbox outbox = new Outbox();
  private final Steps steps = new Steps();
  private final List<StrayTickets.Stray> astray = new ArrayList<>();
  private final ApiInMemory api =
      new ApiInMemory(
              new RepairPages(
                  new Pages(DESK),
                  new Reader(new InMemoryAgents()),
                  steps,
                  new RepairDeliveries(List.of(outbox), tickets, new TestClock()),
                  () -> astray,
                  DESK))
          .as(Caller.LENA);

  /** An outbox with what a test puts there. */
  private static final class Outbox implements FailedDeliveries {
    private final List<Failed> failed = new ArrayList<>();
    private final List<String> decisions = new ArrayList<>();
    private long expired;

    @Override
    public String outbox() {
      return "mail";
    }

    @Override
    public List<Failed> failed(int most) {
      return List.copyOf(failed);
    }

    @Override
    public Optional<Failed> retry(long id) {
      decisions.add("retry " + id);
      return failed.stream().filter(one -> one.id() == id).findFirst();
    }

    @Override
    public Optional<Failed> giveUp(long id, String by, String why) {
      decisions.add("give up %d by %s: %s".formatted(id, by, why));
      return failed.stream().filter(one -> one.id() == id).findFirst();
    }

    @Override
    public long expiredSince(Instant since) {
      return expired;
    }
  }

  /** Failed steps as the process knows them. */
  private static final class Steps implements RepairList {
    private final List<Repair> waiting = new ArrayList<>();
    private final List<String> decisions = new ArrayList<>();

    @Override
    public List<Repair> waiting(int most) {
      return waiting;
    }

    @Override
    public void retry(String id, AgentId by) {
      decisions.add("retry by " + by);
      waiting.removeIf(repair -> repair.id().equals(id));
    }

    @Override
    public void giveUp(String id, AgentId by, String why) {
      decisions.add("give up by %s: %s".formatted(by, why));
      waiting.removeIf(repair -> repair.id().equals(id));
    }
  }

  @BeforeEach
  void openATicket() {
    tickets.add(ticket);
  }

  @Test
  void whenNothingFailedEverythingRuns() {
    assertThat(page().select(".alert.good").text()).isEqualTo("Everything runs.");
  }

  @Test
  void aTicketAstrayIsNamedUntilSomebodyHasSeenToIt() {
    astray.add(
        new StrayTickets.Stray(
            ticket.id(), ticket.number(), StrayTickets.Fault.SEVERAL_LIFECYCLES));

    assertThat(page().select("tbody").text())
        .contains("#5734", "more than one lifecycle runs for it");
    assertThat(page().select(".alert.good")).isEmpty();
  }

  @Test
  void showsStepsAndMailsThatFailedWithTheirCause() {
    steps.waiting.add(
        new RepairList.Repair(
            "job-1", Optional.of("5001"), "Assign ticket", "no table", TestClock.MONDAY_9AM));
    fail("550 <b>no such user</b>");

    Document page = page();

    assertThat(page.select("table")).hasSize(2);
    assertThat(page.text()).contains("Assign ticket", "no table", "carla@customer.example");
    assertThat(page.select("td").eachText()).contains("550 <b>no such user</b>");
    assertThat(page.select("a[href=/desk/tickets/" + ticket.number().value() + "]")).isNotEmpty();
  }

  @Test
  void aLeadTriesAgainAndTheTicketKnows() {
    fail("550");

    assertThat(api.postForm("/desk/repairs/mail/7/retry", "").getStatus()).isEqualTo(303);

    assertThat(outbox.decisions).containsExactly("retry 7");
    assertThat(last().what()).isEqualTo("mail to carla@customer.example tried once more");
    assertThat(last().kind()).isEqualTo(HistoryKind.UNDELIVERED);
  }

  @Test
  void givingUpNeedsAReasonAndTheTicketKnowsIt() {
    fail("550");

    MockHttpResponse silent = api.postForm("/desk/repairs/mail/7/give-up", "reason=++");
    assertThat(silent.getStatus()).isEqualTo(422);
    assertThat(outbox.decisions).isEmpty();
    assertThat(api.postForm("/desk/repairs/mail/7/give-up", "reason=told+by+phone").getStatus())
        .isEqualTo(303);

    assertThat(outbox.decisions).containsExactly("give up 7 by lena: told by phone");
    assertThat(last().what()).isEqualTo("mail to carla@customer.example given up");
    assertThat(last().why()).contains("told by phone");
    assertThat(last().actor().id()).isEqualTo("lena");
  }

  @Test
  void aStepIsTriedAgainToo() {
    steps.waiting.add(
        new RepairList.Repair(
            "job-1", Optional.empty(), "Assign ticket", "no table", TestClock.MONDAY_9AM));

    api.postForm("/desk/repairs/job-1/retry", "");

    assertThat(steps.waiting).isEmpty();
    assertThat(steps.decisions).containsExactly("retry by lena");
  }

  @Test
  void aStepIsGivenUpWithAReasonOnly() {
    steps.waiting.add(
        new RepairList.Repair(
            "job-1", Optional.empty(), "Assign ticket", "no table", TestClock.MONDAY_9AM));
    String giveUp = page().select("form[action$=give-up]").attr("action");

    assertThat(api.postForm(giveUp, "reason=+").getStatus()).isEqualTo(422);
    assertThat(steps.waiting).hasSize(1);
    assertThat(api.postForm(giveUp, "reason=Lena+calls+them").getStatus()).isEqualTo(303);

    assertThat(steps.decisions).containsExactly("give up by lena: Lena calls them");
  }

  @Test
  void whatCameTooLateIsCounted() {
    outbox.expired = 12;

    assertThat(page().text()).contains("12 notes of the last day came too late");
  }

  @Test
  void onlyLeadsDecide() {
    assertThat(api.as(Caller.ANA).postForm("/desk/repairs/mail/7/retry", "").getStatus())
        .isEqualTo(403);
    assertThat(outbox.decisions).isEmpty();
  }

  private void fail(String why) {
    outbox.failed.add(
        new FailedDeliveries.Failed(
            7,
            "mail",
            Optional.of(ticket.id().value()),
            "carla@customer.example",
            why,
            TestClock.MONDAY_9AM));
  }

  private HistoryEntry last() {
    return ticket.history().get(ticket.history().size() - 1);
  }

  private Document page() {
    MockHttpResponse answer = api.get("/desk/repairs");
    assertThat(answer.getStatus()).isEqualTo(200);
    try {
      return Jsoup.parse(answer.getContentAsString());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
