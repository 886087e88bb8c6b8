package org.tierline.platform.login;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Where the passwords are; while it is away no right one can be told from a wrong one. */
final class AccountsDatabase {

  private static final String DATA_SOURCE = "java:jboss/datasources/TierlineDS";

  private AccountsDatabase() {}

  /** Whether the database is away right now, as when it is restarted. */
  static BooleanSupplier away() {
    return AccountsDatabase::isAway;
  }

  /** The pool tests each connection it hands out. */
  @SuppressWarnings("BanJNDI") // a name of our own; nobody from outside chooses it
  private static boolean isAway() {
    try {
      DataSource accounts = InitialContext.doLookup(DATA_SOURCE);
      try (Connection connection = accounts.getConnection()) {
        return connection.isClosed();
      }
    } catch (NamingException | SQLException e) {
      return true;
    }
  }
}
