package org.tierline.process.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Lets a node find the few steps that are due among all that are not. The engine's own schema has
 * no index for that: every look would read the timer of every open ticket.
 */
final class JobIndex {

  private final DataSource database;

  JobIndex(DataSource database) {
    this.database = database;
  }

  /** Creates it unless it is there. The engine's tables must exist. */
  void create() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create index if not exists TIERLINE_JOB_DUE on ACT_RU_JOB (DUEDATE_, LOCK_OWNER_)");
    } catch (SQLException e) {
      throw new IllegalStateException("The index of due jobs cannot be created", e);
    }
  }
}
