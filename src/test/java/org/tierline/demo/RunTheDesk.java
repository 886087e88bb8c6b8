package org.tierline.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The whole desk with one command, {@code mvn -Prun}: mail server, database and application, with
 * the staff of the demonstration. Its data lies in {@code .tierline} and survives a restart.
 */
public final class RunTheDesk {

  private RunTheDesk() {}

  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out = System.out;
    int offset = Integer.getInteger("tierline.port-offset", 0);
    Path data = Path.of(System.getProperty("tierline.run.dir", ".tierline")).toAbsolutePath();
    for (int port : new int[] {8080, 9990, 3025, 3143}) {
      if (isTaken(port + offset)) {
        out.printf("Port %d is in use. %s%n", port + offset, wayOut(data));
        return;
      }
    }
    long begin = System.nanoTime();
    boolean firstStart = Files.notExists(data.resolve("database"));
    out.printf("Starting the desk%s ...%n", firstStart ? " for the first time" : "");
    try (DemoMailbox mailbox = DemoMailbox.start(offset)) {
      DeskServer desk =
          DeskServer.start(
              DeskServer.Options.in(data)
                  .withPortOffset(offset)
                  .withMailbox(mailbox)
                  .with("tierline.demo.staff", "true")
                  .with("tierline.demo.knowledge", "true"));
      announce(out, desk, mailbox, Duration.ofNanos(System.nanoTime() - begin));
      desk.await();
      out.println("The desk has stopped.");
    }
  }

  private static String wayOut(Path data) {
    return DeskServer.runningOn(data)
        .map(
            server ->
                "The desk is running already. Close it where it was opened; if that is gone: kill %d"
                    .formatted(server.pid()))
        .orElse("Something else uses it; try -Dtierline.port-offset=100");
  }

  private static void announce(
      PrintStream out, DeskServer desk, DemoMailbox mailbox, Duration startTime) {
    PasswordNote passwords = PasswordNote.in(desk.dataDirectory());
    out.printf(
        """

        The desk is open (after %d s).

          Customers     %s/
          Tasklist      %s/camunda/
          Staff pages   %s/desk
          Mail          send to %s by SMTP at localhost:%d (no login)
                        read any mailbox by IMAP at localhost:%d (login: the address, any password)
          Staff         ana, tom (tier 1), ben (tier 2), kim (accounting), eva (engineering),
                        lena (lead), paul (analyst), admin
          Passwords     %s
          Health        %s/health   metrics: %s/metrics
          Log           %s

        Ctrl-C closes it. The data stays in %s;
        the demonstration mailbox is in memory and empty after a restart.
        %n""",
        startTime.toSeconds(),
        desk.baseUrl(),
        desk.baseUrl(),
        desk.baseUrl(),
        DemoMailbox.SUPPORT,
        mailbox.smtpPort(),
        mailbox.imapPort(),
        passwords.where(System.getenv("TIERLINE_DEMO_PASSWORD") != null),
        desk.managementUrl(),
        desk.managementUrl(),
        desk.console(),
        desk.dataDirectory());
    printFirstPasswords(out, passwords);
  }

  private static void printFirstPasswords(PrintStream out, PasswordNote passwords) {
    try {
      out.print(passwords.news().indent(2));
    } catch (IOException e) {
      out.println("First passwords are not readable: " + e.getMessage());
    }
  }

  private static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return !socket.isBound();
    } catch (IOException e) {
      return true;
    }
  }
}
