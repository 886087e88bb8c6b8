package org.tierline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierline.demo.DemoMailbox;
import org.tierline.demo.DeskServer;
import org.tierline.demo.RunningDesk;

/**
 * How fast mails become tickets on the real server: from the mailbox, read by IMAP, to the
 * committed ticket whose lifecycle runs, once when all come at once and once one after another.
 * Prints figures and fails when they are worse than a busy machine excuses, when a mail did not
 * become one ticket or was not acknowledged.
 *
 * <p>No part of the build, but of continuous integration. Needs what {@code mvn verify} leaves
 * behind, then runs on both databases by
 *
 * <pre>mvn surefire:test@default-test -Dtest=IntakeThroughput -Dtierline.throughput.mails=300</pre>
 *
 * The table of figures it prints is in {@code target/throughput.txt}, too, also when a figure is
 * too bad.
 *
 * <p>The desk has 640 MB of heap and shares the machine with the mail server and this test.
 */
class IntakeThroughput {

  private static final double LEAST_MAILS_A_SECOND = 1;
  private static final Duration USUALLY_WITHIN = Duration.ofSeconds(3);
  private static final Duration NEARLY_ALWAYS_WITHIN = Duration.ofSeconds(6);

  /** In MB, of the desk's 640. */
  private static final long MOST_HEAP = 600;

  private static final int PORT_OFFSET = Integer.getInteger("tierline.throughput.port-offset", 700);
  private static final int MAILS = Integer.getInteger("tierline.throughput.mails", 300);
  private static final Duration BETWEEN_MAILS = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String NO_LIMIT = "1000000";

  private static final Path TABLE = Path.of("target", "throughput.txt");

  /** Of the databases measured so far. */
  private static final List<Figures> MEASURED = new ArrayList<>();

  private final HttpClient http = HttpClient.newHttpClient();

  /** When a mail lay in the mailbox, by its subject. */
  private final Map<String, Instant> delivered = new HashMap<>();

  @TempDir Path data;

  /** How long it took, for half of the mails and for nearly all. */
  private record Times(Duration p50, Duration p99) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%8.2f %8.2f", p50.toMillis() / 1000.0, p99.toMillis() / 1000.0);
    }
  }

  /** A line of the table. */
  private record Figures(
      String database, double mailsASecond, Times atOnce, Times inTurn, long megabytes) {

    private static final String HEADING =
        """
        From the mailbox to the committed ticket with a running lifecycle
                    | %d at once                | one every %d ms   | peak heap
                    |  mails/s  p50 (s)  p99 (s) |  p50 (s)  p99 (s) |      (MB)
        """;

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-11s | %8.1f %s | %s | %9d",
          database,
          mailsASecond,
          atOnce,
          inTurn,
          megabytes);
    }
  }

  @AfterAll
  static void tell() throws IOException {
    var table = new StringBuilder(Figures.HEADING.formatted(MAILS, BETWEEN_MAILS.toMillis()));
    MEASURED.forEach(figures -> table.append(figures).append('\n'));
    System.out.print(table);
    Files.writeString(TABLE, table);
  }

  @Test
  void onTheEmbeddedDatabase() {
    measure("H2", DeskServer.Options.in(data));
  }

  @Test
  void onPostgres() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      measure("PostgreSQL", DeskServer.Options.in(data).withPostgres(postgres));
    }
  }

  private void measure(String database, DeskServer.Options options) {
    try (DemoMailbox mailbox = DemoMailbox.start(PORT_OFFSET);
        DeskServer desk =
            DeskServer.start(
                options
                    .withPortOffset(PORT_OFFSET)
                    .withMailbox(mailbox)
                    .withStaff(RunningDesk.PASSWORD)
                    .with("tierline.mail.acknowledgements-unusual", NO_LIMIT))) {
      var api = new DeskApi(desk);
      var heap = new PeakOfHeap(desk.managementUrl());
      deliver(mailbox, "warm-up", 30, Duration.ZERO);
      awaitTickets(api, 30);

      Instant first = deliver(mailbox, "at once", MAILS, Duration.ZERO);
      Map<String, Instant> atOnce = awaitTickets(api, 30 + MAILS);
      Instant last = Collections.max(atOnce.values());
      int few = Math.min(60, MAILS);
      deliver(mailbox, "in turn", few, BETWEEN_MAILS);
      Map<String, Instant> inTurn = awaitTickets(api, 30 + MAILS + few);

      double rate = MAILS * 1000.0 / Duration.between(first, last).toMillis();
      Times whenAtOnce = times(atOnce, "at once");
      Times whenInTurn = times(inTurn, "in turn");
      long megabytes = heap.close() / (1024 * 1024);
      MEASURED.add(new Figures(database, rate, whenAtOnce, whenInTurn, megabytes));
      awaitAcknowledgements(mailbox, 30 + MAILS + few);
      assertThat(rate).isGreaterThan(LEAST_MAILS_A_SECOND);
      assertThat(whenInTurn.p50()).isLessThan(USUALLY_WITHIN);
      assertThat(whenInTurn.p99()).isLessThan(NEARLY_ALWAYS_WITHIN);
      assertThat(megabytes).isLessThan(MOST_HEAP);
    }
  }

  /** Returns when the first lay there. */
  private Instant deliver(DemoMailbox mailbox, String what, int mails, Duration pause) {
    GreenMailUser support = mailbox.greenMail().getUserManager().getUser(DemoMailbox.SUPPORT);
    Instant first = Instant.now();
    for (int i = 0; i < mails; i++) {
      String subject = "Printer %d does not print (%s)".formatted(i, what);
      support.deliver(mail(subject, "carla@customer%d.example".formatted(delivered.size())));
      delivered.put(subject, Instant.now());
      if (!pause.isZero()) {
        await().pollDelay(pause).until(() -> true);
      }
    }
    return first;
  }

  private static MimeMessage mail(String subject, String from) {
    try {
      var mail = new MimeMessage(Session.getInstance(new Properties()));
      mail.setFrom(new InternetAddress(from));
      mail.setRecipient(Message.RecipientType.TO, new InternetAddress(DemoMailbox.SUPPORT));
      mail.setSubject(subject);
      mail.setText("It blinks.\n" + "I have switched it off and on again, twice.\n".repeat(20));
      mail.saveChanges();
      return mail;
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** When each ticket was made, by its subject. */
  private static Map<String, Instant> awaitTickets(DeskApi api, int count) {
    Map<String, Instant> tickets = new HashMap<>();
    await(count + " tickets")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () -> {
              tickets.putAll(api.ticketsMadeAt());
              return tickets.size() == count;
            });
    return tickets;
  }

  private Times times(Map<String, Instant> tickets, String what) {
    List<Duration> times = new ArrayList<>();
    tickets.forEach(
        (subject, made) -> {
          if (subject.contains("(" + what + ")")) {
            times.add(Duration.between(delivered.get(subject), made));
          }
        });
    Collections.sort(times);
    return new Times(percentile(times, 50), percentile(times, 99));
  }

  private static Duration percentile(List<Duration> sorted, int percent) {
    return sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1);
  }

  /** Only a running lifecycle writes them. */
  private static void awaitAcknowledgements(DemoMailbox mailbox, int count) {
    await("acknowledgements")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> acknowledged(mailbox) >= count);
    assertThat(acknowledged(mailbox)).isEqualTo(count);
  }

  private static int acknowledged(DemoMailbox mailbox) {
    int count = 0;
    for (MimeMessage mail : mailbox.greenMail().getReceivedMessages()) {
      try {
        count += "auto-replied".equals(mail.getHeader("Auto-Submitted", null)) ? 1 : 0;
      } catch (MessagingException e) {
        throw new AssertionError(e);
      }
    }
    return count;
  }

  /** Asks the server again and again how much heap it uses. */
  private final class PeakOfHeap {

    private final AtomicLong peak = new AtomicLong();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> looks;

    private PeakOfHeap(URI management) {
      HttpRequest request = HttpRequest.newBuilder(management.resolve("/metrics")).build();
      looks = executor.scheduleWithFixedDelay(() -> look(request), 0, 300, TimeUnit.MILLISECONDS);
    }

    private void look(HttpRequest request) {
      try {
        long used =
            http.send(request, HttpResponse.BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
        peak.accumulateAndGet(used, Math::max);
      } catch (IOException e) {
        throw new AssertionError("The server tells no figures", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Returns the bytes. */
    private long close() {
      looks.cancel(true);
      executor.shutdown();
      return peak.get();
    }
  }
}
