package org.tierline.portal.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.agent.AgentFixture;
import org.tierline.agent.TeamId;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCompanyContracts;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.files.FileGate;
import org.tierline.platform.files.FileSettings;
import org.tierline.platform.files.FileStoreInMemory;
import org.tierline.platform.files.VirusScanner;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.transactions.DirectTransactions;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Collisions;
import org.tierline.portal.CustomerLimits;
import org.tierline.portal.Pages;
import org.tierline.sla.InMemoryPromises;
import org.tierline.sla.PromiseResponse;
import org.tierline.sla.ReadClocks;
import org.tierline.sla.SlaFixture;
import org.tierline.sla.SlaPolicy;
import org.tierline.sla.SlaTarget;
import org.tierline.ticket.Author;
import org.tierline.ticket.Category;
import org.tierline.ticket.Channel;
import org.tierline.ticket.ConfirmSolution;
import org.tierline.ticket.Content;
import org.tierline.ticket.CustomerWrote;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.Message;
import org.tierline.ticket.NewAttachment;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.ReceiveReply;
import org.tierline.ticket.SolutionConfirmed;
import org.tierline.ticket.StatusToken;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;
import org.tierline.ticket.TicketOpened;

class RequestPagesTest {

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("http://localhost:8080"), ZoneId.of("Europe/Berlin"));
  private static final Author ANA = Author.of(AgentFixture.ANA, "Ana");

  private final InMemoryPromises promises = new InMemoryPromises();
  private final TestClock clock = new TestClock();
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final RecordedFacts facts = new RecordedFacts();
  private final OpenTicket openTicket =
      new OpenTicket(
          tickets,
          new RecogniseCustomer(customers, new InMemoryCompanyContracts(), clock),
          facts,
          clock);
  private final ReadClocks readClocks = new ReadClocks(promises, SlaFixture.CALENDARS, clock);
  private final PromiseResponse promiseResponse =
      new PromiseResponse(
          tickets,
          customers,
          request ->
              new SlaPolicy(
                  "test",
                  "business-hours",
                  true,
                  Map.of(
                      SlaTarget.FIRST_RESPONSE, Duration.ofHours(4),
                      SlaTarget.RESOLUTION, Duration.ofHours(24)),
                  Duration.ofMinutes(30),
                  "test",
                  true),
          promises,
          readClocks,
          facts,
          clock);
  private final FileStoreInMemory files = new FileStoreInMemory();
  private final OwnRequest ownRequest =
      new OwnRequest(
          tickets,
          customers,
          new ReceiveReply(tickets, facts, clock),
          new ConfirmSolution(tickets, facts, clock),
          openTicket,
          files,
          FileSettings.DEFAULT,
          readClocks,
          DESK,
          clock);
  private final Pages pages = new Pages(DESK);
  private final CustomerLimits limits = new CustomerLimits(100, 2, clock);
  private final ApiInMemory desk =
      new ApiInMemory(
          new NewRequestPage(
              pages, ownRequest, limits, new FileGate(FileSettings.DEFAULT, VirusScanner.NONE)),
          new RequestPage(
              pages,
              ownRequest,
              new Collisions(new DirectTransactions()),
              limits,
              new FileGate(FileSettings.DEFAULT, VirusScanner.NONE)));

  @Nested
  class Writing {

    @Test
    void aFilledFormBecomesATicketAndLeadsToItsPage() {
      MockHttpResponse answer = send("/requests/new", form("carla@customer.example", "It burns."));

      Ticket ticket = tickets.all().iterator().next();
      assertThat(answer.getStatus()).isEqualTo(303);
      assertThat(answer.getOutputHeaders().getFirst("Location").toString())
          .endsWith("/requests/" + ticket.statusToken().value() + "?new=yes");
      assertThat(ticket.channel()).isEqualTo(Channel.PORTAL);
      assertThat(ticket.messages().get(0).text()).isEqualTo("It burns.");
    }

    @Test
    void everyAlphabetArrivesAsTyped() {
      send("/requests/new", form("carla@customer.example", "Größe 你好 🔥"));

      assertThat(tickets.all().iterator().next().messages().get(0).text()).isEqualTo("Größe 你好 🔥");
    }

    @Test
    void whatNoDatabaseCanKeepIsLeftOut() {
      send("/requests/new", form("carla@customer.example", "It \0burns."));

      assertThat(tickets.all().iterator().next().messages().get(0).text()).isEqualTo("It burns.");
    }

    @Test
    void filesComeAlongUnderTheirBareName() {
      String body =
          part("email", "carla@customer.example")
              + part("subject", "s")
              + part("text", "t")
              + "--B\r\n"
              + "Content-Disposition: form-data; name=\"files\";"
              + " filename=\"C:\\\\dir\\\\Maß.png\"\r\n"
              + "Content-Type: image/png\r\n\r\n"
              + "PNG\r\n"
              + "--B--\r\n";

      send("/requests/new", body);

      var file = tickets.all().iterator().next().messages().get(0).attachments().get(0);
      assertThat(file.name()).isEqualTo("Maß.png");
      assertThat(file.contentType()).as("whatever the browser declares").isEqualTo("text/plain");
      assertThat(files.fetch(file.file()).start(10))
          .isEqualTo("PNG".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndNothingTypedIsLost() {
      MockHttpResponse answer = send("/requests/new", form("not an address", "It burns."));

      assertThat(answer.getStatus()).isEqualTo(422);
      assertThat(html(answer))
          .contains("id=\"email-error\"")
          .doesNotContain("id=\"text-error\"")
          .contains("value=\"not an address\"")
          .contains(">It burns.</textarea>");
      assertThat(tickets.all()).isEmpty();
    }

    @Test
    void aRobotThatFillsTheTrapIsAskedAgain() {
      String body =
          part("email", "bot@customer.example")
              + part("subject", "s")
              + part("text", "t")
              + part("website", "http://spam.example")
              + "--B--\r\n";

      assertThat(send("/requests/new", body).getStatus()).isEqualTo(422);
      assertThat(tickets.all()).isEmpty();
    }

    @Test
    void aFloodIsStoppedAndTheTextKept() {
      for (int i = 0; i < 2; i++) {
        send("/requests/new", form("carla@customer.example", "x"));
      }

      MockHttpResponse answer = send("/requests/new", form("carla@customer.example", "third"));

      assertThat(answer.getStatus()).isEqualTo(429);
      assertThat(html(answer)).contains(">third</textarea>");
      assertThat(tickets.all()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "</textarea><svg onload=alert(1)>",
          "{{deskName}}",
          "' onfocus='alert(1)"
        })
    void whatWasTypedIsShownAsTextWhateverItIs(String payload) {
      String form =
          part("email", payload)
              + part("name", payload)
              + part("subject", payload)
              + part("text", payload)
              + "--B--\r\n";

      String page = html(send("/requests/new", form));

      Document shown = Jsoup.parse(page);
      assertThat(shown.select("script, img, [onerror], [onload], [onfocus]")).isEmpty();
      assertThat(shown.select("#subject").attr("value")).isEqualTo(payload);
      assertThat(shown.select("#text").text()).isEqualTo(payload);
    }
  }

  @Nested
  class FollowingARequest {

    private Ticket ticket;

    @BeforeEach
    void aRequestIsUnderWay() {
      ticket = openTicket.open(TicketFixture.aRequest("Printer on fire", "It burns."));
      ticket.promise(
          MONDAY_9AM.plus(Duration.ofHours(4)),
          MONDAY_9AM.plus(Duration.ofHours(24)),
          "STANDARD",
          MONDAY_9AM);
    }

    @Test
    void showsWhereItStandsAndWhenWeAnswerInTheDesksZone() {
      String page = page();

      assertThat(page).contains("We have your request").contains("#5001");
      assertThat(page).contains("First answer by").contains("Mon 23 Nov 2026, 14:00 CET");
      assertThat(page).contains("It burns.");
    }

    @Test
    void onlyTheCustomerIsYou() {
      Customer colleague =
          Customer.writingFrom(
              new EmailAddress("carl@customer.example"), "Carl Colleague", MONDAY_9AM);
      ticket.receive(
          Author.of(colleague), Channel.EMAIL, Content.typed("Mine too."), clock.instant());
      ticket.write(Purpose.REPLY, ANA, Content.typed("Water?"), clock.instant());

      assertThat(Jsoup.parse(page()).select("li.said strong").eachText())
          .containsExactly("You", "Carl Colleague", "Ana");
      assertThat(Jsoup.parse(page()).select("li.theirs strong").eachText())
          .containsExactly("You", "Carl Colleague");
    }

    @Test
    void saysWhereAllTheTimeWent() {
      ticket.triage(Category.GENERAL, Priority.NORMAL, TeamId.TIER1, "test", MONDAY_9AM);
      promiseResponse.promise(ticket.id());
      clock.pass(Duration.ofHours(2));
      ticket.waitForCustomer(clock.instant());
      clock.pass(Duration.ofHours(1));
      ticket.resume("answered", clock.instant());
      clock.pass(Duration.ofHours(1));
      ticket.confirmBug(clock.instant());
      clock.pass(Duration.ofHours(2));
      ticket.recordBugOutcome(ANA, "fixed", clock.instant());
      clock.pass(Duration.ofHours(20));

      assertThat(page())
          .contains(
              "7 h of 24 h working time used; 1 h waited for your answer; 2 h with our engineers;"
                  + " 16 h outside our working hours")
          .doesNotContain("stands still now");

      ticket.waitForCustomer(clock.instant());
      assertThat(page()).contains("outside our working hours; it stands still now");
    }

    @Test
    void whatAgentsSayAmongThemselvesStaysInside() {
      ticket.write(Purpose.REPLY, ANA, Content.typed("Is there water?"), clock.instant());
      ticket.write(Purpose.NOTE, ANA, Content.typed("Careless customer"), clock.instant());
      ticket.write(Purpose.ESCALATION, ANA, Content.typed("Fireman needed"), clock.instant());

      assertThat(page())
          .contains("Is there water?")
          .doesNotContain("Careless")
          .doesNotContain("Fireman");
    }

    @Test
    void whatAMailQuotesIsOneClickAway() {
      ticket.write(
          Purpose.REPLY,
          ANA,
          new Content(
              "It is out.\n\n> Is it <out>?",
              "It is out.",
              Optional.empty(),
              Optional.empty(),
              List.of()),
          clock.instant());

      Document page = Jsoup.parse(page());

      assertThat(page.select(".said > .text").eachText())
          .containsExactly("It burns.", "It is out.");
      assertThat(page.select(".said details .text").eachText())
          .containsExactly("It is out. > Is it <out>?");
    }

    @Test
    void anAnswerJoinsTheTicket() {
      MockHttpResponse answer = send(path() + "/reply", part("text", "It stopped.") + "--B--\r\n");

      assertThat(answer.getStatus()).isEqualTo(303);
      assertThat(ticket.messages()).hasSize(2);
      assertThat(facts.ofType(CustomerWrote.class)).hasSize(1);
    }

    @Test
    void anEmptyAnswerIsNone() {
      MockHttpResponse answer = send(path() + "/reply", part("text", " ") + "--B--\r\n");

      assertThat(answer.getStatus()).isEqualTo(400);
      assertThat(html(answer)).contains("Please write something first");
      assertThat(ticket.messages()).hasSize(1);
    }

    @Test
    void aSolvedRequestSaysHowToCheckAndTakesAnObjectionByOneClick() {
      ticket.write(Purpose.SOLUTION, ANA, Content.typed("Unplug it."), clock.instant());
      ticket.resolve("solved", clock.instant());
      assertThat(page())
          .contains("How to check")
          .contains("Unplug it.")
          .contains("still not solved");

      send(path() + "/reply", part("unsolved", "yes") + part("text", "") + "--B--\r\n");

      assertThat(ticket.messages().get(2).text()).isEqualTo("It is still not solved.");
    }

    @Test
    void aSolvedRequestIsConfirmedByOneClick() {
      ticket.resolve("solved", clock.instant());

      MockHttpResponse answer = desk.postForm(path() + "/confirm", "");

      assertThat(answer.getStatus()).isEqualTo(303);
      assertThat(facts.ofType(SolutionConfirmed.class)).hasSize(1);
      assertThat(html(desk.get(path() + "?confirmed=yes"))).contains("Thank you");
    }

    @Test
    void longAfterClosingAnAnswerOpensANewRequest() {
      ticket.resolve("solved", clock.instant());
      ticket.close("nobody objected", clock.instant());
      clock.pass(Duration.ofDays(15));

      send(path() + "/reply", part("text", "It burns again.") + "--B--\r\n");

      assertThat(facts.ofType(TicketOpened.class)).hasSize(2);
      assertThat(ticket.messages()).hasSize(1);
    }

    @Test
    void filesAreHandedOutButNotThoseOfColleagues() {
      var file = new NewAttachment("a.txt", "text/plain", files.keep(new byte[] {65}));
      var withFile = new Content("x", "x", Optional.empty(), Optional.empty(), List.of(file));
      var open = ticket.write(Purpose.REPLY, ANA, withFile, clock.instant());
      var secret = ticket.write(Purpose.NOTE, ANA, withFile, clock.instant());

      var given = desk.get(path() + "/files/" + open.id() + "/" + open.attachments().get(0).id());
      var refused =
          desk.get(path() + "/files/" + secret.id() + "/" + secret.attachments().get(0).id());

      assertThat(given.getStatus()).isEqualTo(200);
      assertThat(refused.getStatus()).isEqualTo(404);
    }

    @Test
    void picturesAreShownButNotThoseOfColleagues() {
      var file = new NewAttachment("a.png", "image/png", files.keep(new byte[] {65}));
      var other = new NewAttachment("b.txt", "text/plain", files.keep(new byte[] {66}));
      var content = new Content("x", "x", Optional.empty(), Optional.empty(), List.of(file, other));
      ticket.write(Purpose.REPLY, ANA, content, clock.instant());
      var secret = ticket.write(Purpose.NOTE, ANA, content, clock.instant());

      var shown = Jsoup.parse(page()).select(".said img");
      var hidden =
          path() + "/files/" + secret.id() + "/" + secret.attachments().get(0).id() + "/picture";

      assertThat(shown).hasSize(1);
      assertThat(desk.get(shown.attr("src")).getStatus()).isEqualTo(200);
      assertThat(desk.get(hidden).getStatus()).isEqualTo(404);
    }

    @Test
    void aWrongLinkLooksLikeAnyOtherWrongAddress() {
      MockHttpResponse unknown = desk.get("/requests/" + StatusToken.random().value());
      MockHttpResponse nonsense = desk.get("/requests/nonsense");

      assertThat(unknown.getStatus()).isEqualTo(404);
      assertThat(nonsense.getStatus()).isEqualTo(404);
      assertThat(html(nonsense)).isEqualTo(html(unknown)).contains("There is nothing here");
    }

    @Test
    void anExpiredLinkLooksLikeOneThatNeverWas() {
      var file = new NewAttachment("a.png", "image/png", files.keep(new byte[] {65}));
      var content = new Content("x", "x", Optional.empty(), Optional.empty(), List.of(file));
      Message message = ticket.write(Purpose.REPLY, ANA, content, clock.instant());
      String attachment = "/files/" + message.id() + "/" + message.attachments().get(0).id();
      ticket.resolve("solved", clock.instant());
      ticket.close("nobody objected", clock.instant());
      clock.pass(Duration.ofDays(90));
      String unknown = "/requests/" + StatusToken.random().value();

      for (String address : List.of("", "?sent=yes", attachment, attachment + "/picture")) {
        assertSame(desk.get(path() + address), desk.get(unknown + address));
      }
      for (String text : List.of("It burns again.", "")) {
        String form = part("text", text) + "--B--\r\n";
        assertSame(send(path() + "/reply", form), send(unknown + "/reply", form));
      }
      assertSame(desk.postForm(path() + "/confirm", ""), desk.postForm(unknown + "/confirm", ""));
      assertThat(facts.ofType(TicketOpened.class)).as("no request but the first").hasSize(1);
    }

    @Test
    void theLinkWorksUntilItExpires() {
      ticket.resolve("solved", clock.instant());
      ticket.close("nobody objected", clock.instant());
      clock.pass(Duration.ofDays(90).minusSeconds(1));

      assertThat(desk.get(path()).getStatus()).isEqualTo(200);
    }

    @Test
    void whatPeopleWroteIsShownAsText() {
      ticket.write(
          Purpose.REPLY, ANA, Content.typed("<img src=x onerror=alert(1)>"), clock.instant());

      assertThat(page()).doesNotContain("<img").contains("&lt;img");
    }

    private String path() {
      return "/requests/" + ticket.statusToken().value();
    }

    private String page() {
      return html(desk.get(path()));
    }
  }

  private MockHttpResponse send(String path, String multipart) {
    MockHttpRequest request =
        ApiInMemory.request("POST", path)
            .contentType("multipart/form-data; boundary=B")
            .content(multipart.getBytes(StandardCharsets.UTF_8));
    return desk.send(request);
  }

  private static String form(String email, String text) {
    return part("name", "Carla")
        + part("email", email)
        + part("subject", "Printer on fire")
        + part("text", text)
        + part("website", "")
        + "--B--\r\n";
  }

  private static String part(String name, String value) {
    return "--B\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value);
  }

  private static void assertSame(MockHttpResponse expired, MockHttpResponse unknown) {
    assertThat(expired.getStatus()).isEqualTo(unknown.getStatus()).isEqualTo(404);
    assertThat(expired.getOutput()).isEqualTo(unknown.getOutput()).isNotEmpty();
    assertThat(expired.getOutputHeaders()).isEqualTo(unknown.getOutputHeaders());
  }

  private static String html(MockHttpResponse answer) {
    try {
      return answer.getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
