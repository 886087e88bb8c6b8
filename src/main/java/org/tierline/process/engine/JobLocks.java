package org.tierline.process.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Which node has taken which next steps of tickets. Every lock bears the name of its node. */
final class JobLocks {

  private final DataSource database;

  JobLocks(DataSource database) {
    this.database = database;
  }

  /**
   * Lets go of what a node holds. To be called when that node starts: whoever took these steps
   * under its name is dead, and their tickets need not wait until the locks expire.
   *
   * <p>Should the holder be alive all the same, the new revision keeps it from committing, so no
   * step is done twice.
   *
   * @return how many steps were released
   */
  int release(String node) {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1"
                    + " where LOCK_OWNER_ = ?")) {
      update.setString(1, node);
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The engine's jobs cannot be released", e);
    }
  }
}
