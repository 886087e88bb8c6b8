package org.tierline.portal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.TOM;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tierline.agent.InMemoryAbsences;
import org.tierline.agent.InMemoryAccounts;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.Roster;
import org.tierline.notification.StaffBell;
import org.tierline.platform.TestClock;
import org.tierline.portal.ApiInMemory;
import org.tierline.portal.Caller;
import org.tierline.portal.agent.CurrentRoles;

class NotificationsResourceTest {

  private static final String MINE = "/api/v1/me/notifications";

  private final StaffBell staff = new StaffBell();
  private final ApiInMemory api =
      new ApiInMemory(
              new NotificationsResource(staff.bell(), new BellStreams(staff.bell(), roles())))
          .as(Caller.ANA);

  private static CurrentRoles roles() {
    var clock = new TestClock();
    var roster = new Roster(new InMemoryAgents(), new InMemoryAbsences(), clock);
    return new CurrentRoles(new InMemoryAccounts(), roster, clock);
  }

  @Test
  void showsWhatOneWasToldTheNewestFirst() throws IOException {
    staff.ring(ANA, "Ticket #1 is yours now.");
    staff.ring(TOM, "Ticket #2 is yours now.");
    staff.ring(ANA, "Ticket #3 is yours now.");

    JsonNode bell = bell("");

    assertThat(bell.get("unread").intValue()).isEqualTo(2);
    assertThat(bell.findValuesAsText("text"))
        .containsExactly("Ticket #3 is yours now.", "Ticket #1 is yours now.");
    assertThat(bell.findValuesAsText("link")).containsOnly("/desk/");
    assertThat(bell("?most=1").get("notifications")).hasSize(1);
  }

  @Test
  void whatIsReadCountsNoMore() throws IOException {
    staff.ring(ANA, "Ticket #1 is yours now.");
    staff.ring(ANA, "Ticket #3 is yours now.");
    long latest = bell("").get("notifications").get(0).get("id").longValue();

    assertThat(api.post(MINE + "/" + latest + "/read", "").getStatus()).isEqualTo(204);

    assertThat(bell("").get("unread").intValue()).isEqualTo(1);
    assertThat(bell("?unread=true").findValuesAsText("text"))
        .containsExactly("Ticket #1 is yours now.");
    assertThat(api.post(MINE + "/read", "").getStatus()).isEqualTo(204);
    assertThat(bell("").get("unread").intValue()).isZero();
    assertThat(bell("").findValuesAsText("read")).containsExactly("true", "true");
  }

  @Test
  void nobodyReadsForSomebodyElse() throws IOException {
    staff.ring(ANA, "Ticket #1 is yours now.");
    long anas = bell("").get("notifications").get(0).get("id").longValue();

    api.as(Caller.TOM).post(MINE + "/" + anas + "/read", "");
    api.post(MINE + "/read", "");

    assertThat(bell("").get("notifications")).isEmpty();
    api.as(Caller.ANA);
    assertThat(bell("").get("unread").intValue()).isEqualTo(1);
  }

  private JsonNode bell(String query) throws IOException {
    return new ObjectMapper().readTree(api.get(MINE + query).getContentAsString());
  }
}
