package org.tierline.platform.login;

import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Where the passwords are; while it is away no right one can be told from a wrong one. */
final class AccountsDatabase {

  private static final String DATA_SOURCE = "java:jboss/datasources/TierlineDS";

  private AccountsDatabase() {}

  /** Whether it is away right now, as when it is restarted. */
  @SuppressWarnings("BanJNDI") // a name of our own; nobody from outside chooses it
  static boolean isAway() {
    try {
      DataSource accounts = InitialContext.doLookup(DATA_SOURCE);
      // the pool tests each connection it hands out
      try (Connection connection = accounts.getConnection()) {
        return connection.isClosed();
      }
    } catch (NamingException | SQLException e) {
      return true;
    }
  }
}
