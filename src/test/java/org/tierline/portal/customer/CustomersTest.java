package org.tierline.portal.customer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.agent.InMemoryAgents;
import org.tierline.customer.AgreeWithCompany;
import org.tierline.customer.ChangeContract;
import org.tierline.customer.ContractChanged;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCompanyContracts;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.customer.Plan;
import org.tierline.customer.RecogniseCustomer;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.transactions.DirectTransactions;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.portal.Pages;
import org.tierline.portal.desk.Reader;
import org.tierline.sla.RenewedPromises;
import org.tierline.sla.SlaFixture;
import org.tierline.sla.SlaTarget;
import org.tierline.sla.ladder.SlaDesk;
import org.tierline.ticket.HistoryKind;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.OpenTicket;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;

/** Staff look customers up; leads, and a program of theirs, say what was agreed. */
class CustomersTest {

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("http://localhost:8080"), ZoneOffset.UTC);

  private final TestClock clock = new TestClock();
  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final InMemoryCompanyContracts companies = new InMemoryCompanyContracts();
  private final RecordedFacts facts = new RecordedFacts();
  private final RecogniseCustomer recognise = new RecogniseCustomer(customers, companies, clock);
  private final SlaDesk sla =
      new SlaDesk(
          tickets,
          customers,
          request ->
              SlaFixture.policy(
                  request.plan().name(),
                  Map.of(
                      SlaTarget.FIRST_RESPONSE,
                      ofHours(1),
                      SlaTarget.RESOLUTION,
                      ofHours(request.plan() == Plan.PREMIUM ? 4 : 24))),
          SlaDesk::aLadder,
          facts,
          clock);
  private final ChangeContract changeContract = new ChangeContract(recognise, customers, facts);
  private final CustomerViews views =
      new CustomerViews(customers, companies, tickets, changeContract);
  private final AgreeWithCompany agreeWithCompany =
      new AgreeWithCompany(companies, customers, changeContract, new DirectTransactions());
  private final ApiInMemory api =
      new ApiInMemory(
          new CustomersResource(views),
          new CompaniesResource(views, agreeWithCompany),
          new CustomerPages(
              new Pages(DESK), new Reader(new InMemoryAgents()), views, agreeWithCompany, DESK));
  private final Ticket ticket =
      new OpenTicket(tickets, recognise, facts, clock)
          .open(TicketFixture.aRequest("Printer <b>on fire</b>", "It burns."));
  private final Customer carla = customers.get(ticket.customer());

  @BeforeEach
  void promisesFollowContracts() {
    facts.on(
        ContractChanged.class,
        new RenewedPromises(sla.promiseResponse, tickets, clock)::contractChanged);
  }

  @Test
  void anotherPlanPromisesAnewWhatTheCustomerWaitsForAndForgetsNoTime() {
    sla.promiseResponse.promise(ticket.id());
    clock.pass(ofMinutes(90));

    MockHttpResponse answer =
        api.as(Caller.LENA)
            .postForm(
                "/desk/customers/" + carla.id() + "/contract",
                "plan=PREMIUM&organisation=+Acme+&vip=yes");

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(carla.plan()).isEqualTo(Plan.PREMIUM);
    assertThat(carla.isVip()).isTrue();
    assertThat(carla.organisation()).contains("Acme");
    assertThat(ticket.resolutionDueAt()).contains(ticket.createdAt().plus(ofHours(4)));
    assertThat(ticket.history())
        .filteredOn(entry -> entry.kind() == HistoryKind.CONTRACT_CHANGED)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.what()).isEqualTo("contract STANDARD to PREMIUM, VIP, Acme");
              assertThat(entry.why()).contains("said by lena");
            });
  }

  @Test
  void whatIsAgreedAlreadyChangesNothing() {
    sla.promiseResponse.promise(ticket.id());
    int before = ticket.history().size();

    api.as(Caller.LENA)
        .postForm("/desk/customers/" + carla.id() + "/contract", "plan=STANDARD&organisation=");

    assertThat(ticket.history()).hasSize(before);
    assertThat(facts.ofType(ContractChanged.class)).isEmpty();
  }

  @Test
  void onATicketNobodyHasTriagedItIsNotedAndNothingIsPromisedYet() {
    api.as(Caller.LENA)
        .postForm("/desk/customers/" + carla.id() + "/contract", "plan=PREMIUM&organisation=");

    assertThat(ticket.resolutionDueAt()).isEmpty();
    assertThat(ticket.history())
        .extracting(entry -> entry.kind())
        .contains(HistoryKind.CONTRACT_CHANGED);
  }

  @Test
  void aProgramSaysWhatWasAgreedBeforeSomebodyFirstWrites() throws IOException {
    JsonNode agreed =
        json(
            api.as(Caller.LENA)
                .put(
                    "/api/v1/customers/Nina%40acme.example/contract",
                    "{\"name\":\"Nina\",\"plan\":\"PREMIUM\",\"organisation\":\"Acme\"}"));

    assertThat(agreed.get("email").asText()).isEqualTo("nina@acme.example");
    assertThat(agreed.get("vip").asBoolean()).isFalse();
    JsonNode found = json(api.as(Caller.ANA).get("/api/v1/customers?q=acme")).get("customers");
    assertThat(found.findValuesAsText("name")).containsExactly("Nina");
    assertThat(found.get(0).get("plan").asText()).isEqualTo("PREMIUM");
  }

  @ParameterizedTest
  @CsvSource({
    "'nobody',           '{\"plan\":\"PREMIUM\"}', email",
    "'a@acme.example',   '{}',                     plan",
    "'a@acme.example',   '{\"plan\":\"GOLD\"}',    plan",
  })
  void whatMakesNoSenseIsRefusedByNameAndAgreesNothing(String email, String body, String field)
      throws IOException {
    MockHttpResponse answer =
        api.as(Caller.LENA).put("/api/v1/customers/" + email + "/contract", body);

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(json(answer).get("errors").findValuesAsText("field")).containsExactly(field);
    assertThat(customers.search("acme", 10)).isEmpty();
  }

  @Test
  void staffFindACustomerAndReadWhatTheyAskedForAsText() {
    Document list = page(api.as(Caller.ANA).get("/desk/customers?q=CARLA"));
    assertThat(list.select("tbody tr").text()).contains("carla@customer.example", "Standard");
    assertThat(list.select("form[method=post][action=/desk/customers]"))
        .as("only a lead adds somebody")
        .isEmpty();

    Document one = page(api.get(list.select("tbody a").attr("href")));
    assertThat(one.select("tbody").text()).contains("#5001", "Printer <b>on fire</b>");
    assertThat(one.select("form[action$=/contract]")).isEmpty();
    assertThat(api.get("/desk/customers/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
    assertThat(page(api.get("/desk/customers?q=nobody")).text()).contains("We know nobody");
  }

  @Test
  void whatIsAgreedWithACompanyHoldsForAllWhoWriteFromThere() throws IOException {
    sla.promiseResponse.promise(ticket.id());
    var lena = api.as(Caller.LENA);
    String premium = "{\"plan\":\"PREMIUM\",\"vip\":true,\"organisation\":\"Customer Inc.\"}";

    JsonNode agreed = json(lena.put("/api/v1/companies/Customer.example/contract", premium));

    assertThat(agreed.get("domain").asText()).isEqualTo("customer.example");
    assertThat(carla.plan()).as("whom we know").isEqualTo(Plan.PREMIUM);
    assertThat(ticket.resolutionDueAt()).contains(ticket.createdAt().plus(ofHours(4)));
    Customer later = recognise.recognise(new EmailAddress("new@customer.example"), "New");
    assertThat(later.isVip()).as("who writes later").isTrue();
    Customer other = recognise.recognise(new EmailAddress("new@notcustomer.example"), "Other");
    assertThat(other.plan()).isEqualTo(Plan.STANDARD);
    assertThat(
            page(api.get("/desk/customers"))
                .select("a[href='/desk/customers?q=%40customer.example']"))
        .hasSize(1);

    assertThat(
            lena.send(ApiInMemory.request("DELETE", "/api/v1/companies/customer.example/contract"))
                .getStatus())
        .isEqualTo(204);
    assertThat(carla.plan()).as("keeps what was agreed").isEqualTo(Plan.PREMIUM);
    assertThat(recognise.recognise(new EmailAddress("newer@customer.example"), null).plan())
        .isEqualTo(Plan.STANDARD);
    assertThat(json(api.get("/api/v1/companies")).get("companies")).isEmpty();
  }

  @Test
  void aLeadAgreesWithACompanyOnThePage() {
    var lena = api.as(Caller.LENA);
    assertThat(
            lena.postForm("/desk/customers/companies", "domain=customer.example&plan=PREMIUM")
                .getStatus())
        .isEqualTo(303);
    assertThat(carla.plan()).isEqualTo(Plan.PREMIUM);

    MockHttpResponse refused =
        lena.postForm("/desk/customers/companies", "domain=not+a+domain&plan=PREMIUM");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(page(refused).select("[role=alert]").text()).contains("not a mail domain");

    assertThat(lena.postForm("/desk/customers/companies/customer.example/end", "").getStatus())
        .isEqualTo(303);
    assertThat(companies.all()).isEmpty();
    assertThat(lena.postForm("/desk/customers/companies/customer.example/end", "").getStatus())
        .isEqualTo(404);
  }

  @Test
  void whatNoDatabaseCanKeepIsRefusedByThePageToo() {
    MockHttpResponse refused =
        api.as(Caller.LENA)
            .postForm("/desk/customers", "email=nina@acme.example&name=Ni%00na&plan=PREMIUM");

    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(page(refused).text()).contains("name must not contain the character U+0000");
  }

  @Test
  void aLeadAddsSomebodyWhoHasNotWrittenYet() {
    MockHttpResponse added =
        api.as(Caller.LENA)
            .postForm("/desk/customers", "email=nina@acme.example&name=Nina&plan=PREMIUM&vip=yes");
    assertThat(added.getStatus()).isEqualTo(303);
    assertThat(page(api.get(added.getOutputHeaders().getFirst("Location").toString())).text())
        .contains("Nina", "nina@acme.example", "VIP");

    MockHttpResponse refused =
        api.as(Caller.LENA).postForm("/desk/customers", "email=<i>nina&plan=PREMIUM");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(page(refused).select("[role=alert]").text())
        .isEqualTo("“<i>nina” is not a mail address we can answer to.");
  }

  private static Document page(MockHttpResponse answer) {
    return Jsoup.parse(new String(answer.getOutput(), UTF_8));
  }

  private static JsonNode json(MockHttpResponse answer) throws IOException {
    return new ObjectMapper().readTree(answer.getOutput());
  }
}
