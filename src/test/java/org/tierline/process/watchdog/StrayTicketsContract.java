package org.tierline.process.watchdog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.tierline.agent.AgentId;
import org.tierline.platform.TestDatabase;
import org.tierline.process.Desk;
import org.tierline.process.TestEngine;
import org.tierline.process.ticketlifecycle.TicketLifecycle;
import org.tierline.ticket.StrayTickets;
import org.tierline.ticket.StrayTickets.Fault;
import org.tierline.ticket.StrayTickets.Stray;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketReopened;

/**
 * Tickets that are broken on purpose, each in one way, on a database of the test's own. The
 * processes are real; of the tickets the tables hold what the watchdog looks at.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StrayTicketsContract {

  private final TestDatabase database;
  private final StrayTickets strayTickets;
  private ProcessEngine engine;
  private Desk desk;

  StrayTicketsContract(TestDatabase database) {
    this.database = database;
    this.strayTickets = new EngineStrayTickets(database.dataSource());
  }

  @BeforeAll
  void startTheEngine() {
    engine = new TestEngine(database.dataSource()).buildProcessEngine();
    Desk.deploy(engine);
  }

  @BeforeEach
  void openTheDesk() {
    desk = new Desk(engine);
  }

  @AfterEach
  void leaveNothingToOthers() {
    desk.close();
    sql("delete from ticket where status <> 'CLOSED'");
  }

  @AfterAll
  void stopTheEngine() {
    engine.close();
  }

  @Test
  void whereverATicketStandsInItsLifeItIsNotAstray() throws Exception {
    Ticket fresh = desk.opened("Fresh", "x");
    assertThat(strays(fresh)).isEmpty();
    desk.workOff();
    assertThat(strays(fresh)).isEmpty();

    Ticket asked = openedAndWorkedOff("Asked");
    desk.finish(asked, ANA, "ASK", "Which one?");
    Ticket bug = openedAndWorkedOff("Bug");
    desk.finish(bug, ANA, "CONFIRM_BUG", "It is ours.");
    Ticket solved = openedAndWorkedOff("Solved");
    desk.finish(solved, ANA, "RESOLVE", "Done.");
    desk.available(ANA, false);
    Ticket queued = openedAndWorkedOff("Queued");

    assertThat(strays(asked, bug, solved, queued)).isEmpty();
  }

  @Test
  void aClosedTicketNeedsNoProcess() throws Exception {
    Ticket ticket = openedAndWorkedOff("Closed");
    desk.finish(ticket, ANA, "RESOLVE", "Done.");
    desk.pass(Desk.PATIENCE.beforeClosing());

    assertThat(strays(ticket)).isEmpty();
  }

  @Test
  void aTicketWhoseProcessIsGoneIsFound() {
    Ticket ticket = openedAndWorkedOff("Lost");
    engine
        .getRuntimeService()
        .deleteProcessInstance(desk.running(TicketLifecycle.KEY, ticket).getId(), "broken");

    assertThat(strays(ticket)).containsExactly(fault(ticket, Fault.NO_LIFECYCLE));
  }

  @Test
  void aTicketThatIsWorkedOnTwiceIsFound() {
    Ticket ticket = openedAndWorkedOff("Twice");
    desk.facts.announce(new TicketReopened(ticket.id(), ticket.number()));

    assertThat(strays(ticket)).containsExactly(fault(ticket, Fault.SEVERAL_LIFECYCLES));
  }

  @Test
  void aTicketWhoseNextStepWillNeverComeIsFound() {
    Ticket ticket = desk.opened("Stuck", "x");
    engine.getManagementService().setJobRetries(desk.jobs().singleResult().getId(), 0);

    assertThat(strays(ticket)).containsExactly(fault(ticket, Fault.NOTHING_TO_COME));
  }

  @Test
  void aTimerThatWaitsForTheNextCenturyIsNothingToCome() {
    Ticket ticket = openedAndWorkedOff("Forgotten");
    String timer = desk.jobs().timers().singleResult().getId();
    sql("delete from ACT_RU_IDENTITYLINK where TASK_ID_ is not null");
    sql("delete from ACT_RU_TASK");
    assertThat(strays(ticket)).as("a timer still waits for a step").isEmpty();

    engine
        .getManagementService()
        .setJobDuedate(timer, Date.from(Instant.parse("2200-01-01T00:00:00Z")));

    assertThat(strays(ticket)).containsExactly(fault(ticket, Fault.NOTHING_TO_COME));
  }

  @Test
  void aTicketWithTwoOwnersIsFound() {
    Ticket ticket = openedAndWorkedOff("Torn");
    mirror(ticket);
    sql("update ticket set assignee = 'tom'");

    assertThat(strayTickets.find()).containsExactly(fault(ticket, Fault.OTHER_OWNER));
  }

  @Test
  void aTicketInAQueueNobodyReadsIsFound() {
    desk.available(ANA, false);
    Ticket ticket = openedAndWorkedOff("Nowhere");
    mirror(ticket);
    sql("update ticket set team = 'nowhere'");

    assertThat(strayTickets.find()).containsExactly(fault(ticket, Fault.NO_QUEUE));
  }

  /** How the database goes about the watchdog's statement. */
  protected List<String> plan() {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement explain =
            connection.prepareStatement("explain " + EngineStrayTickets.QUERY);
        ResultSet line = explain.executeQuery()) {
      List<String> plan = new ArrayList<>();
      while (line.next()) {
        plan.add(line.getString(1));
      }
      return plan;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  protected void sql(String statement) {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement change = connection.prepareStatement(statement)) {
      change.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Ticket openedAndWorkedOff(String subject) {
    Ticket ticket = desk.opened(subject, "x");
    desk.workOff();
    return ticket;
  }

  private List<Stray> strays(Ticket... tickets) {
    for (Ticket ticket : tickets) {
      mirror(ticket);
    }
    return strayTickets.find();
  }

  private static Stray fault(Ticket ticket, Fault fault) {
    return new Stray(ticket.id(), ticket.number(), fault);
  }

  /** Writes what the watchdog reads of a ticket. */
  private void mirror(Ticket ticket) {
    String customer = customer();
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement gone =
            connection.prepareStatement("delete from ticket where id = ? or number = ?");
        PreparedStatement there =
            connection.prepareStatement(
                "insert into ticket (id, version, number, subject, status, priority, category,"
                    + " team, assignee, customer_id, channel, status_token, created_at,"
                    + " updated_at, customer_messages, message_count, history_length)"
                    + " values (?, 0, ?, 's', ?, 'NORMAL', 'GENERAL', ?, ?, ?, 'EMAIL', ?, ?, ?,"
                    + " 1, 1, 1)")) {
      gone.setObject(1, ticket.id().value());
      gone.setLong(2, ticket.number().value()); // every desk begins to count anew
      gone.executeUpdate();
      there.setObject(1, ticket.id().value());
      there.setLong(2, ticket.number().value());
      there.setString(3, ticket.status().name());
      there.setString(4, ticket.team().value());
      there.setString(5, ticket.assignee().map(AgentId::value).orElse(null));
      there.setObject(6, UUID.fromString(customer));
      there.setString(7, ticket.statusToken().value());
      there.setTimestamp(8, Timestamp.from(ticket.createdAt()));
      there.setTimestamp(9, Timestamp.from(ticket.createdAt()));
      there.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String customer() {
    String id = UUID.randomUUID().toString();
    sql(
        "insert into customer (id, version, email, plan, created_at) values ('%s', 0, '%s', 'STANDARD', current_timestamp)"
            .formatted(id, id + "@customer.example"));
    return id;
  }
}
