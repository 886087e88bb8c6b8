package org.tierline.portal.ticket;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tierline.demo.Chromium;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.portal.Caller;
import org.tierline.ticket.Message;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;

/** The form in which an agent answers, shown by a real browser on a desk in memory. */
class AnswerFormInChromiumTest {

  private static final EmailAddress BRUNO = new EmailAddress("bruno@x.example");
  private static final EmailAddress DORA = new EmailAddress("dora@x.example");
  private static final String PAGE = "https://desk.example/desk/tickets/5001";

  private static Optional<Chromium> chromium = Optional.empty();

  private final TicketsApi desk = new TicketsApi();
  private final Ticket ticket =
      desk.openTicket.open(TicketFixture.aRequest("Printer on fire", "It burns."));

  @BeforeAll
  static void openBrowser() {
    chromium = Optional.of(Chromium.open());
  }

  @AfterAll
  static void closeBrowser() {
    chromium.ifPresent(Chromium::close);
  }

  @Test
  void theAgentChoosesWhoHearsAnAnswer() {
    ticket.drawIn(List.of(BRUNO, DORA));
    ticket.messages().get(0).copiedTo(List.of(BRUNO));
    try (Page page = ticketPage()) {
      Locator bruno = page.getByLabel(BRUNO.value());
      assertThat(page.locator(".said.customer")).containsText("Copied to bruno@x.example");
      assertThat(bruno).not().isChecked();
      assertThat(page.getByLabel(DORA.value())).not().isVisible();

      page.locator("#text").fill("Water?");
      bruno.check();
      page.locator("#send").click();

      assertThat(page.locator("#news")).containsText("Reply sent.");
      assertThat(page.locator(".said.agent")).containsText("Also to bruno@x.example");
      assertThat(page.getByLabel(BRUNO.value())).not().isChecked();
    }

    assertThat(lastMessage().copies()).containsExactly(BRUNO);
  }

  @Test
  void aNoteIsForNobodyElse() {
    ticket.drawIn(List.of(BRUNO));
    try (Page page = ticketPage()) {
      page.getByLabel(BRUNO.value()).check();
      page.locator("#mode-NOTE").check();
      assertThat(page.getByLabel(BRUNO.value())).hasCount(0);

      page.locator("#text").fill("Odd.");
      page.locator("#send").click();

      assertThat(page.locator("#news")).containsText("Note saved.");
    }

    assertThat(lastMessage().copies()).isEmpty();
  }

  @Test
  void whereNobodyElseTakesPartThereIsNothingToChoose() {
    try (Page page = ticketPage()) {
      assertThat(page.locator("#text")).isVisible();
      assertThat(page.locator("#cc")).hasCount(0);
    }
  }

  private Message lastMessage() {
    List<Message> messages = ticket.messages();
    return messages.get(messages.size() - 1);
  }

  private Page ticketPage() {
    Page page = chromium.orElseThrow().page();
    page.route("**/*", this::answer);
    page.navigate(PAGE);
    return page;
  }

  private void answer(Route route) {
    Request request = route.request();
    URI address = URI.create(request.url());
    if (request.url().equals(PAGE)) {
      route.fulfill(
          new Route.FulfillOptions()
              .setContentType("text/html")
              .setBody(
                  "<!doctype html><script type=module src=/assets/ticket.js></script>"
                      + "<tierline-ticket number=5001></tierline-ticket>"));
    } else if (address.getPath().startsWith("/assets/")) {
      route.fulfill(
          new Route.FulfillOptions().setPath(Path.of("src/main/webapp" + address.getPath())));
    } else {
      fulfil(route, request, address.getPath());
    }
  }

  private void fulfil(Route route, Request request, String path) {
    MockHttpResponse answer =
        request.method().equals("POST")
            ? desk.api.as(Caller.ANA).post(path, request.postData())
            : desk.api.as(Caller.ANA).get(path);
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(answer.getStatus())
            .setContentType(TicketsApi.type(answer))
            .setBody(TicketsApi.content(answer)));
  }
}
