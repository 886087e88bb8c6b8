package org.tierline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.BEN;
import static org.tierline.agent.AgentFixture.agent;
import static org.tierline.ticket.TicketFixture.aTicketFrom;
import static org.tierline.ticket.TicketFixture.carla;

import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.TeamId;
import org.tierline.customer.Customer;
import org.tierline.customer.InMemoryCustomers;
import org.tierline.escalation.TeamAlerted;
import org.tierline.notification.slack.SlackPost;
import org.tierline.notification.slack.SlackSettings;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.TestClock;
import org.tierline.platform.events.RecordedFacts;
import org.tierline.platform.mail.Brand;
import org.tierline.platform.mail.HeaderText;
import org.tierline.platform.mail.MailSettings;
import org.tierline.platform.mail.OutboxInMemory;
import org.tierline.platform.mail.OutgoingMail;
import org.tierline.platform.mail.OutgoingMailFixture;
import org.tierline.platform.outbox.EffectsInMemory;
import org.tierline.ticket.InMemoryTickets;
import org.tierline.ticket.LeadCalled;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStrayed;

class TellTeamTest {

  private static final AgentId LENA = new AgentId("lena");

  private final InMemoryTickets tickets = new InMemoryTickets();
  private final InMemoryAgents agents = new InMemoryAgents();
  private final InMemoryCustomers customers = new InMemoryCustomers();
  private final OutboxInMemory outbox = new OutboxInMemory();
  private final DeskSettings desk =
      new DeskSettings("Printers", URI.create("https://desk.example"), ZoneOffset.UTC);
  private final Postbox postbox =
      new Postbox(
          outbox,
          new MailTemplates(Optional.empty(), desk.zone()),
          customers,
          desk,
          new MailSettings(
              new Brand(
                  HeaderText.from(desk.name()), OutgoingMailFixture.SUPPORT, Optional.empty()),
              Map.of()),
          OutgoingMailFixture.SEAL);
  private final TestClock clock = new TestClock();
  private final ChoosePreferences choosePreferences =
      new ChoosePreferences(new InMemoryPreferences(), desk, clock);
  private final StaffPost post =
      new StaffPost(
          choosePreferences,
          new InMemoryStaffNotices(),
          postbox,
          new SlackPost(
              new EffectsInMemory(),
              new SlackSettings(
                  Optional.empty(),
                  Optional.empty(),
                  Map.of(),
                  Optional.empty(),
                  URI.create("https://slack.com/api/"))),
          desk,
          new RecordedFacts(),
          clock);
  private final TellTeam tellTeam = new TellTeam(post, tickets, agents);
  private final Customer customer = carla();
  private final Ticket ticket = aTicketFrom(customer);

  @BeforeEach
  void staffTheDesk() {
    customers.add(customer);
    tickets.add(ticket);
    agents.add(agent(ANA, TeamId.ENGINEERING));
    agents.add(agent(BEN, TeamId.ENGINEERING));
    agents.add(agent(LENA, TeamId.LEAD));
  }

  @Test
  void everyMemberOfAnAlertedTeamIsTold() {
    tellTeam.alert(new TeamAlerted(ticket.id(), TeamId.ENGINEERING, "outage, priority critical"));

    assertThat(readers()).containsExactly("ana@tierline.example", "ben@tierline.example");
    assertThat(outbox.mails())
        .allSatisfy(
            mail ->
                assertThat(mail.text())
                    .contains("outage, priority critical", "https://desk.example/desk/tickets/5734")
                    .doesNotContain("{{"));
  }

  @Test
  void theLeadsAreCalledToDecide() {
    tellTeam.callLeads(new LeadCalled(ticket.id(), ticket.number(), "nobody was free"));

    assertThat(readers()).containsExactly("lena@tierline.example");
    assertThat(outbox.mails().get(0).subject().value())
        .isEqualTo("Ticket #5734 waits for your decision: nobody was free");
    assertThat(outbox.mails().get(0).html()).contains("nobody was free");
  }

  @Test
  void theLeadsHearOfATicketThatWentAstray() {
    tellTeam.reportStray(new TicketStrayed(ticket.id(), ticket.number(), "no timer", false));
    tellTeam.reportStray(new TicketStrayed(ticket.id(), ticket.number(), "no timer", true));

    assertThat(readers()).containsOnly("lena@tierline.example").hasSize(2);
    assertThat(outbox.mails().get(0).text()).contains("cannot mend this without you");
    assertThat(outbox.mails().get(1).text()).contains("has brought it back");
  }

  @Test
  void onlyAStrayNobodyButALeadCanMendBreaksThroughTheirQuietHours() {
    choosePreferences.choose(
        agents.find(LENA).orElseThrow(),
        new ChoosePreferences.Wishes(
            Map.of(),
            Optional.of(new QuietHours(LocalTime.of(8, 0), LocalTime.of(12, 0), desk.zone())),
            desk.zone(),
            0,
            true));

    tellTeam.reportStray(new TicketStrayed(ticket.id(), ticket.number(), "no timer", true));
    assertThat(readers()).isEmpty();

    tellTeam.reportStray(new TicketStrayed(ticket.id(), ticket.number(), "no timer", false));
    assertThat(readers()).containsExactly("lena@tierline.example");
  }

  private List<String> readers() {
    return outbox.mails().stream().map(OutgoingMail::to).map(to -> to.value()).sorted().toList();
  }
}
