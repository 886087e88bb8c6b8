package org.tierline.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAgents;
import org.tierline.intake.QuarantineFixture;
import org.tierline.platform.DeskSettings;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.portal.Pages;

class QuarantinePagesTest {

  private static final DeskSettings DESK =
      new DeskSettings("Tierline", URI.create("http://localhost:8080"), ZoneOffset.UTC);

  private final String customer = "carla." + UUID.randomUUID() + "@customer.example";
  private final QuarantineFixture intake = new QuarantineFixture();
  private final ApiInMemory desk =
      new ApiInMemory(
              new QuarantinePages(
                  new Pages(DESK),
                  new Reader(new InMemoryAgents()),
                  intake.quarantine,
                  intake.overruleVerdict,
                  DESK))
          .as(Caller.LENA);

  @AfterEach
  void leaveNothingToOthers() {
    intake.forgetMails();
  }

  @Test
  void aLeadTakesInWhatWasSetAsideAndReadsTheTicket() {
    intake.deliver(anAutomaticReply("Printer on fire"));
    String takeIn = page("/desk/quarantine").select("form[action$=take-in]").attr("action");

    MockHttpResponse answer = desk.postForm(takeIn, "customer=");

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(intake.opened()).hasSize(1);
    assertThat(answer.getOutputHeaders().getFirst("Location"))
        .hasToString("/desk/tickets/" + intake.opened().get(0).value());
    assertThat(page("/desk/quarantine").select("form[action$=take-in]")).isEmpty();
  }

  @Test
  void whoComesSecondReadsThatSomebodyWasFaster() {
    intake.deliver(anAutomaticReply("Printer on fire"));
    String takeIn = page("/desk/quarantine").select("form[action$=take-in]").attr("action");
    desk.postForm(takeIn, "customer=");

    MockHttpResponse answer = desk.postForm(takeIn, "customer=");

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(page(answer).select("[role=alert]").text()).contains("somebody was faster");
    assertThat(intake.opened()).hasSize(1);
  }

  @Test
  void aMailWithoutSenderIsTakenInForWhomTheLeadNames() {
    intake.deliver("Subject: who am I\n\nno sender\n");
    Document page = page("/desk/quarantine");
    String takeIn = page.select("form[action$=take-in]").attr("action");
    assertThat(page.select("form[action$=take-in] input[name=customer]")).hasSize(1);

    MockHttpResponse nobody = desk.postForm(takeIn, "customer=");
    assertThat(nobody.getStatus()).isEqualTo(422);
    assertThat(page(nobody).select("[role=alert]").text())
        .isEqualTo("This mail names no sender. Give the customer's address.");
    assertThat(desk.postForm(takeIn, "customer=nobody").getStatus()).isEqualTo(422);
    assertThat(intake.opened()).isEmpty();

    assertThat(desk.postForm(takeIn, "customer=" + customer).getStatus()).isEqualTo(303);
    assertThat(intake.opened()).hasSize(1);
  }

  @Test
  void moreThanOnePageWasSetAside() {
    for (int i = 0; i < 51; i++) {
      intake.deliver(anAutomaticReply("Away " + i));
    }

    Document first = page("/desk/quarantine");
    assertThat(first.select("tbody tr")).hasSize(50);
    assertThat(first.select("a[rel=prev]")).isEmpty();
    Document second = page(first.select("a[rel=next]").attr("href").replaceAll("#.*", ""));

    assertThat(second.select("tbody tr")).hasSize(1);
    assertThat(second.select("a[rel=next]")).isEmpty();
    assertThat(second.select("a[rel=prev]").attr("href")).contains("page=0");
  }

  @Test
  void onlyLeadsDecideAndOnlyFromOurOwnPages() {
    intake.deliver(anAutomaticReply("Printer on fire"));
    String takeIn = page("/desk/quarantine").select("form[action$=take-in]").attr("action");

    assertThat(desk.as(Caller.ANA).postForm(takeIn, "customer=").getStatus()).isEqualTo(403);
    assertThat(
            desk.as(Caller.LENA)
                .with("Origin", "https://elsewhere.example")
                .postForm(takeIn, "customer=")
                .getStatus())
        .isEqualTo(403);
    assertThat(intake.opened()).isEmpty();
  }

  @Test
  void whatAMailSaysIsText() {
    intake.deliver(anAutomaticReply("<script>alert(1)</script>"));

    assertThat(page("/desk/quarantine").select("tbody script")).isEmpty();
    assertThat(page("/desk/quarantine").select("tbody").text())
        .contains("<script>alert(1)</script>");
  }

  private String anAutomaticReply(String subject) {
    return "Auto-Submitted: auto-replied\nFrom: %s\nSubject: %s\n\nIt burns.\n"
        .formatted(customer, subject);
  }

  private Document page(String path) {
    MockHttpResponse answer = desk.get(path);
    assertThat(answer.getStatus()).isEqualTo(200);
    return page(answer);
  }

  private static Document page(MockHttpResponse answer) {
    try {
      return Jsoup.parse(answer.getContentAsString());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
