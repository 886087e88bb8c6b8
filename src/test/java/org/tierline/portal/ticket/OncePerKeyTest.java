package org.tierline.portal.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.portal.ticket.TicketsApi.content;
import static org.tierline.portal.ticket.TicketsApi.json;
import static org.tierline.portal.ticket.TicketsApi.type;

import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.ticket.Author;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Content;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketFixture;

/** A program that did not hear our answer asks again; the customer must not get two mails. */
class OncePerKeyTest {

  private static final String REPLY = "{\"kind\":\"REPLY\",\"text\":\"Water?\"}";
  private static final String SENT = "{\"outcome\":\"REPLY\",\"text\":\"Water?\"}";
  private static final String ASK =
      "{\"task\":\"task-1\",\"outcome\":\"ASK\",\"text\":\"Is it wet?\"}";

  private final TicketsApi desk = new TicketsApi();
  private final ApiInMemory api = desk.api;
  private final Ticket ticket =
      desk.openTicket.open(TicketFixture.aRequest("Printer on fire", "It burns."));

  @BeforeEach
  void anaWorksOnIt() {
    desk.workList.add("task-1", "Task_WorkOnTicket", 5001, Optional.of(ANA));
    api.as(Caller.ANA);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {"messages | " + REPLY, "work | " + SENT, "work | " + ASK})
  void whatWasDoneIsAnsweredAgainWordForWord(String where, String body) {
    MockHttpResponse first = post("k1", where, body);
    desk.clock.pass(Duration.ofMinutes(1));

    MockHttpResponse second = post("k1", where, body);

    assertThat(first.getStatus()).isEqualTo(where.equals("messages") ? 201 : 200);
    assertThat(second.getStatus()).isEqualTo(first.getStatus());
    assertThat(type(second)).isEqualTo(type(first)).isEqualTo("application/json");
    assertThat(content(second)).isEqualTo(content(first));
    assertThat(ticket.messages()).hasSize(2);
  }

  @Test
  void askingAgainFindsItsAnswerEvenWhenTheCustomerWroteSince() {
    String body =
        SENT.replace("}", ",\"lastMessage\":\"%s\"}".formatted(ticket.messages().get(0).id()));
    MockHttpResponse first = post("k1", "work", body);
    ticket.receive(
        Author.of(desk.customers.get(ticket.customer())),
        Channel.EMAIL,
        Content.typed("And now?"),
        desk.clock.instant());

    assertThat(content(post("k1", "work", body))).isEqualTo(content(first));
  }

  @Test
  void withoutAKeyOrUnderAnotherItIsAnotherMessage() {
    post("k1", "messages", REPLY);
    post("k2", "messages", REPLY);
    api.post("/api/v1/tickets/5001/messages", REPLY);

    assertThat(ticket.messages()).hasSize(4);
  }

  @Test
  void aKeyBelongsToOneRequestOfOneCaller() {
    desk.openTicket.open(TicketFixture.aRequest("Another", "x"));
    post("k1", "messages", REPLY);

    assertMistake(post("k1", "messages", REPLY.replace("Water", "Fire")));
    assertMistake(post("k1", "work", SENT));
    assertMistake(api.with("Idempotency-Key", "k1").post("/api/v1/tickets/5002/messages", REPLY));
    assertMistake(api.with("Idempotency-Key", "k1").post("/api/v1/tickets", TicketsApi.OUTAGE));
    api.as(Caller.TOM);
    assertMistake(post("k1", "messages", REPLY));

    assertThat(ticket.messages()).hasSize(2);
  }

  private static void assertMistake(MockHttpResponse answer) {
    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(json(answer).get("type").asText()).isEqualTo("/problems/idempotency-key-reused");
  }

  private MockHttpResponse post(String key, String where, String body) {
    return api.with("Idempotency-Key", key).post("/api/v1/tickets/5001/" + where, body);
  }
}
