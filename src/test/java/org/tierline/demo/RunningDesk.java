package org.tierline.demo;

import java.nio.file.Path;

/**
 * The desk all integration tests of one run share: started at the first call, stopped with the
 * virtual machine. Tests bring customers of their own, so they do not meet.
 */
public final class RunningDesk {

  /** Of every member of the staff. */
  public static final String PASSWORD = "Tierline-2026-IT!";

  private static final int PORT_OFFSET = Integer.getInteger("tierline.it.port-offset", 500);

  private final DeskServer server;
  private final DemoMailbox mailbox;

  private RunningDesk() {
    mailbox = DemoMailbox.start(PORT_OFFSET);
    server =
        DeskServer.start(
            DeskServer.Options.in(
                    Path.of("target", "it-desk", String.valueOf(ProcessHandle.current().pid())))
                .withPortOffset(PORT_OFFSET)
                .withMailbox(mailbox)
                .withStaff(PASSWORD));
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

  private void stop() {
    server.stop();
    mailbox.close();
  }

  private static final class Holder {
    static final RunningDesk DESK = new RunningDesk();
  }
}
