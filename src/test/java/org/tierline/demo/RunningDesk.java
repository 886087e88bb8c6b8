package org.tierline.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The desk all integration tests of one run share: started at the first call, stopped with the
 * virtual machine. Tests bring customers of their own, so they do not meet.
 */
public final class RunningDesk {

  /** Of every member of the staff. */
  public static final String PASSWORD = "Tierline-2026-IT!";

  private static final int PORT_OFFSET = Integer.getInteger("tierline.it.port-offset", 500);

  /** The same tests are run a second time on the database of production. */
  private static final boolean ON_POSTGRES = Boolean.getBoolean("tierline.it.postgres");

  private final DeskServer server;
  private final DemoMailbox mailbox;
  private Optional<EmbeddedPostgres> postgres = Optional.empty();

  private RunningDesk() {
    mailbox = DemoMailbox.start(PORT_OFFSET);
    DeskServer.Options options =
        DeskServer.Options.in(
                Path.of("target", "it-desk", String.valueOf(ProcessHandle.current().pid())))
            .withPortOffset(PORT_OFFSET)
            .withMailbox(mailbox)
            .withStaff(PASSWORD)
            .with("tierline.demo.knowledge", "true");
    server = DeskServer.start(ON_POSTGRES ? options.withPostgres(aPostgres()) : options);
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-the-desk"));
  }

  public static RunningDesk get() {
    return Holder.DESK;
  }

  public DeskServer server() {
    return server;
  }

  public DemoMailbox mailbox() {
    return mailbox;
  }

  private EmbeddedPostgres aPostgres() {
    try {
      postgres = Optional.of(EmbeddedPostgres.start());
      return postgres.get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void stop() {
    server.stop();
    mailbox.close();
    postgres.ifPresent(RunningDesk::close);
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    static final RunningDesk DESK = new RunningDesk();
  }
}
