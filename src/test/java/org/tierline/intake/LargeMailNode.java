package org.tierline.intake;

import static org.tierline.platform.mail.OutgoingMailFixture.SEAL;
import static org.tierline.platform.mail.OutgoingMailFixture.SETTINGS;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.files.Spool;

/**
 * A node that takes in one mail with a file of the given size, keeps the file with the ticket and
 * prints how much of its memory was in use at most. Uses a clock that stands still: how long it
 * takes is the machine's business.
 */
final class LargeMailNode {

  private static final long MEGABYTE = 1024 * 1024;

  /** Collecting without one would stop the mail nearly all the time. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private LargeMailNode() {}

  /**
   * @param arguments the file of the database, the size of the attached file in bytes
   */
  public static void main(String[] arguments) throws InterruptedException {
    long size = Long.parseLong(arguments[1]);
    var bounds =
        new MailBounds(30, 500, 256 * 1024, 1000 * MEGABYTE, 1000 * MEGABYTE, Duration.ofDays(1));
    var desk = new IntakeDesk(TestDatabase.h2(Path.of(arguments[0])), SETTINGS, SEAL, bounds);
    takeIn(desk, 10_000); // so that everything a mail needs is loaded

    var peak = new AtomicLong();
    var watch = new Thread(() -> watch(peak));
    watch.setDaemon(true);
    watch.start();
    long begun = System.nanoTime();
    takeIn(desk, size);
    long milliseconds = (System.nanoTime() - begun) / 1_000_000;
    watch.interrupt();
    watch.join();
    boolean kept = desk.mails().stream().allMatch(mail -> mail.state() == MailState.TICKET_CREATED);
    System.out.printf("kept=%s peak=%d ms=%d%n", kept, peak.get(), milliseconds);
    Runtime.getRuntime().halt(0);
  }

  /** What is in use is what a collection leaves; between two the mail gets on. */
  private static void watch(AtomicLong peak) {
    Runtime runtime = Runtime.getRuntime();
    while (!Thread.interrupted()) {
      System.gc();
      long used = runtime.totalMemory() - runtime.freeMemory();
      peak.accumulateAndGet(used, Math::max);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static void takeIn(IntakeDesk desk, long size) {
    desk.mailbox.deliverWhenFetched(() -> mail(size));
    EntityManager em = desk.transactions.entityManager();
    new CollectMail(
            List.of(desk.mailbox),
            StoredMails.in(em),
            new MailboxLeases(em),
            new MailboxBeginnings(em),
            desk.transactions,
            desk.facts,
            desk.clock)
        .collect();
    desk.takeInMail.takeInWaiting();
  }

  /** Written piece by piece, as a mailbox hands it over. */
  private static Spool mail(long size) {
    var mail = new Spool();
    try {
      mail.write(
          """
          From: Carla <carla.%d@customer.example>
          Subject: %d bytes
          MIME-Version: 1.0
          Content-Type: multipart/mixed; boundary=b

          --b
          Content-Type: text/plain

          See file.
          --b
          Content-Type: application/octet-stream; name=film.bin
          Content-Disposition: attachment; filename=film.bin
          Content-Transfer-Encoding: base64

          """
              .formatted(size, size)
              .replace("\n", "\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      var random = new Random(size);
      byte[] line = new byte[57];
      for (long written = 0; written < size; written += line.length) {
        random.nextBytes(line);
        mail.write(Base64.getEncoder().encode(line));
        mail.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      mail.write("--b--\r\n".getBytes(StandardCharsets.US_ASCII));
      return mail;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
