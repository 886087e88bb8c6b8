package org.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierline.demo.DeskServer;
import org.tierline.demo.RunningDesk;

/**
 * What the desk has acknowledged it keeps, on both databases and whatever happens to the server.
 */
class DurabilityIT {

  private static final int PORT_OFFSET = 600;

  @TempDir Path data;

  @Test
  void killedWithoutWarningItStillHasEveryTicketItAcknowledged() {
    List<Long> acknowledged = new ArrayList<>();
    DeskServer desk = DeskServer.start(embedded());
    try {
      for (int i = 0; i < 10; i++) {
        acknowledged.add(open(desk, "Order " + i).get("number").asLong());
      }
    } finally {
      desk.kill();
    }

    try (DeskServer again = DeskServer.start(embedded())) {
      var api = new DeskApi(again);
      for (long number : acknowledged) {
        JsonNode ticket = api.await(number, DurabilityIT::isWorkedOn);
        assertThat(ticket.get("messages")).hasSize(1);
      }
    }
  }

  @Test
  void onPostgresATicketIsTriagedAndFindsItsOwner() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        DeskServer desk = DeskServer.start(embedded().withPostgres(postgres))) {
      long number = open(desk, "The whole system is down").get("number").asLong();

      JsonNode ticket = new DeskApi(desk).await(number, DurabilityIT::isWorkedOn);
      assertThat(ticket.get("category").asText()).isEqualTo("OUTAGE");
      assertThat(ticket.get("priority").asText()).isEqualTo("CRITICAL");
    }
  }

  private DeskServer.Options embedded() {
    return DeskServer.Options.in(data).withPortOffset(PORT_OFFSET).withStaff(RunningDesk.PASSWORD);
  }

  private static JsonNode open(DeskServer desk, String subject) {
    return new DeskApi(desk).open("carla@customer.example", subject, "Please help.");
  }

  private static boolean isWorkedOn(JsonNode ticket) {
    return ticket.get("status").asText().equals("OPEN")
        && !ticket.path("assignee").asText("").isEmpty();
  }
}
