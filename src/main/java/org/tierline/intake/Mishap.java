package org.tierline.intake;

import jakarta.persistence.PersistenceException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.tierline.platform.files.ScannerUnavailableException;
import org.tierline.platform.transactions.NotCommittedException;

/** Something went wrong with a mail that nobody foresaw. */
record Mishap(Throwable failure) {

  /** The reason such a mail waits in quarantine for. */
  String why() {
    return failure.getClass().getSimpleName() + ": " + failure.getMessage();
  }

  /** Whether it is the database, the disk or the scanner, or a colleague was faster. */
  boolean isBlameless() {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SQLException // the engine's, which wraps it in exceptions of its own
          || e instanceof PersistenceException
          || e instanceof NotCommittedException
          || e instanceof ScannerUnavailableException
          || e instanceof UncheckedIOException) {
        return true;
      }
    }
    return false;
  }
}
