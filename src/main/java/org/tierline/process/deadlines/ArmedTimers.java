package org.tierline.process.deadlines;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.TicketNumber;

/** What the engine has in store for tickets: one query for a page of them. */
class ArmedTimers {

  /**
   * What runs for one ticket.
   *
   * @param armedFor what its timers of the ladder wait for; there should be one at most
   * @param isMoving a step of its processes waits for a thread: its timers are about to change
   * @param hasFailed a step of its processes has failed for good and waits for a person
   */
  record Armed(List<Instant> armedFor, boolean isMoving, boolean hasFailed) {

    static final Armed NOTHING = new Armed(List.of(), false, false);

    Armed {
      armedFor = List.copyOf(armedFor);
    }
  }

  private static final Set<String> LADDER =
      Set.of(LadderTimers.STEP_DUE, LadderTimers.NEXT_STEP_DUE);

  private final DataSource database;

  ArmedTimers(DataSource database) {
    this.database = database;
  }

  /** A ticket for which nothing is in store is missing. */
  Map<TicketNumber, Armed> of(Collection<TicketNumber> tickets) {
    if (tickets.isEmpty()) {
      return Map.of();
    }
    Map<TicketNumber, Armed> found = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql(tickets.size()))) {
      int i = 1;
      for (TicketNumber ticket : tickets) {
        query.setString(i++, TicketProcess.businessKey(ticket));
      }
      try (ResultSet jobs = query.executeQuery()) {
        while (jobs.next()) {
          found.merge(ticket(jobs), armed(jobs), ArmedTimers::both);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The engine's timers cannot be read", e);
    }
    return found;
  }

  private static String sql(int tickets) {
    return "select P.BUSINESS_KEY_, D.ACT_ID_, J.TYPE_, J.DUEDATE_, J.RETRIES_ from"
        + " ACT_RU_EXECUTION P join ACT_RU_JOB J on J.PROCESS_INSTANCE_ID_ = P.ID_ join"
        + " ACT_RU_JOBDEF D on D.ID_ = J.JOB_DEF_ID_ where P.BUSINESS_KEY_ in ("
        + String.join(",", Collections.nCopies(tickets, "?"))
        + ")";
  }

  private static TicketNumber ticket(ResultSet jobs) throws SQLException {
    return new TicketNumber(Long.parseLong(jobs.getString(1)));
  }

  private static Armed armed(ResultSet jobs) throws SQLException {
    boolean failed = jobs.getInt(5) <= 0;
    if (!jobs.getString(3).equals("timer")) {
      return new Armed(List.of(), !failed, failed);
    }
    return new Armed(
        LADDER.contains(jobs.getString(2)) ? List.of(jobs.getTimestamp(4).toInstant()) : List.of(),
        false,
        failed);
  }

  private static Armed both(Armed one, Armed other) {
    List<Instant> all = new ArrayList<>(one.armedFor());
    all.addAll(other.armedFor());
    return new Armed(all, one.isMoving() || other.isMoving(), one.hasFailed() || other.hasFailed());
  }
}
