package org.tierline.process.repair;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Incidents nobody was told of yet, found by one statement over those that are open. */
@ApplicationScoped
class NewIncidents {

  private static final String HOLD = "update incident_watch set looked_at = ? where id = 1";

  private static final String FIND =
      """
      select i.ID_ from ACT_RU_INCIDENT i left join incident_told t on t.incident = i.ID_
      where i.ID_ = i.ROOT_CAUSE_INCIDENT_ID_ and i.INCIDENT_TYPE_ = 'failedJob'
        and t.incident is null
      order by i.INCIDENT_TIMESTAMP_, i.ID_
      """;

  private static final String TELL = "insert into incident_told (incident, told_at) values (?, ?)";

  private static final String FORGET =
      """
      delete from incident_told
      where not exists (select 1 from ACT_RU_INCIDENT i where i.ID_ = incident_told.incident)
      """;

  @Resource(lookup = "java:jboss/datasources/TierlineDS")
  private DataSource database;

  @SuppressWarnings("NullAway") // the container injects the database
  NewIncidents() {}

  NewIncidents(DataSource database) {
    this.database = database;
  }

  /**
   * Those nobody was told of, the oldest first; from now on somebody was. Until the transaction
   * ends no other node looks. What is over is forgotten.
   */
  public List<String> take(Instant now) {
    try (Connection connection = database.getConnection()) {
      change(connection, HOLD, now);
      List<String> found = find(connection);
      tell(connection, found, now);
      change(connection, FORGET);
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Nobody can look for failed steps", e);
    }
  }

  private static List<String> find(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FIND);
        ResultSet row = query.executeQuery()) {
      List<String> found = new ArrayList<>();
      while (row.next()) {
        found.add(row.getString(1));
      }
      return found;
    }
  }

  private static void tell(Connection connection, List<String> incidents, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(TELL)) {
      for (String incident : incidents) {
        insert.setString(1, incident);
        insert.setTimestamp(2, Timestamp.from(now));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void change(Connection connection, String sql, Instant... moments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < moments.length; i++) {
        statement.setTimestamp(i + 1, Timestamp.from(moments[i]));
      }
      statement.executeUpdate();
    }
  }
}
