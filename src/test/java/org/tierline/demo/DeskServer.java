package org.tierline.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.tierline.platform.login.SingleSignOnKey;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * The desk as a process of its own: WildFly from {@code target/server} with both applications. The
 * server's files stay untouched, everything it writes lies in the data directory, so several can
 * run side by side with different port offsets.
 */
public final class DeskServer implements AutoCloseable {

  private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

  private final Options options;
  private final Process process;

  private DeskServer(Options options, Process process) {
    this.options = options;
    this.process = process;
  }

  /**
   * How to start a server.
   *
   * @param home the provisioned server
   * @param dataDirectory database, mails, search index, log; kept when the server stops
   * @param portOffset added to 8080 and 9990
   * @param settings keys such as {@code tierline.desk.name}; they go before the environment
   * @param environment variables such as {@code TIERLINE_DB_URL}, added to ours
   */
  public record Options(
      Path home,
      Path dataDirectory,
      int portOffset,
      Map<String, String> settings,
      Map<String, String> environment) {

    /** The server this build made, with its data in the given directory. */
    public static Options in(Path dataDirectory) {
      return new Options(
          Path.of("target", "server"), dataDirectory.toAbsolutePath(), 0, Map.of(), Map.of());
    }

    public Options withPortOffset(int offset) {
      return new Options(home, dataDirectory, offset, settings, environment);
    }

    public Options with(String key, String value) {
      return new Options(home, dataDirectory, portOffset, plus(settings, key, value), environment);
    }

    public Options withEnvironment(String name, String value) {
      return new Options(home, dataDirectory, portOffset, settings, plus(environment, name, value));
    }

    /** The staff of the demonstration, all with one password. */
    public Options withStaff(String password) {
      return with("tierline.demo.staff", "true")
          .withEnvironment("TIERLINE_DEMO_PASSWORD", password);
    }

    /** Where the server sends mail and reads its mailbox. */
    public Options withMailbox(DemoMailbox mailbox) {
      return with("tierline.mail.smtp.host", mailbox.host())
          .with("tierline.mail.smtp.port", String.valueOf(mailbox.smtpPort()))
          .with("tierline.mail.imap.host", mailbox.host())
          .with("tierline.mail.imap.port", String.valueOf(mailbox.imapPort()))
          .with("tierline.mail.imap.security", "none")
          .with("tierline.mail.imap.user", DemoMailbox.SUPPORT)
          .with("tierline.mail.imap.password", DemoMailbox.SUPPORT)
          .with("tierline.mail.support-address", DemoMailbox.SUPPORT);
    }

    /** PostgreSQL instead of the embedded H2. */
    public Options withPostgres(EmbeddedPostgres postgres) {
      return withEnvironment("TIERLINE_DB_DRIVER", "postgresql")
          .withEnvironment("TIERLINE_DB_URL", postgres.getJdbcUrl("postgres", "postgres"))
          .withEnvironment("TIERLINE_DB_USER", "postgres")
          .withEnvironment("TIERLINE_DB_PASSWORD", "postgres");
    }

    private static Map<String, String> plus(Map<String, String> map, String key, String value) {
      Map<String, String> more = new TreeMap<>(map);
      more.put(key, value);
      return Map.copyOf(more);
    }
  }

  /** Starts a server and waits until it is ready for work. */
  public static DeskServer start(Options options) {
    try {
      Path base = freshBaseDirectory(options);
      StandaloneCommandBuilder command =
          StandaloneCommandBuilder.of(options.home().toAbsolutePath())
              .setBaseDirectory(base)
              .setJavaHome(Path.of(System.getProperty("java.home")))
              .setJavaOptions(
                  "-Xms192m",
                  "-Xmx640m",
                  "-XX:MaxMetaspaceSize=320m",
                  "-XX:+ExitOnOutOfMemoryError",
                  "-Djava.net.preferIPv4Stack=true",
                  "-Djboss.socket.binding.port-offset=" + options.portOffset(),
                  dataOption(options.dataDirectory()));
      if (!options.settings().containsKey("tierline.desk.base-url")) {
        command.addJavaOption("-Dtierline.desk.base-url=" + url(8080, options.portOffset()));
      }
      options.settings().forEach((key, value) -> command.addJavaOption("-D" + key + "=" + value));
      Launcher launcher = Launcher.of(command).setRedirectErrorStream(true);
      launcher.redirectOutput(options.dataDirectory().resolve("server/console.log"));
      // as bin/standalone.conf does
      Path secrets = base.resolve("data/secrets");
      launcher.addEnvironmentVariable(SingleSignOnKey.DIRECTORY, secrets.toString());
      launcher.addEnvironmentVariable(
          SingleSignOnKey.PASSWORD, SingleSignOnKey.passwordOfKeyIn(secrets));
      options.environment().forEach(launcher::addEnvironmentVariable);
      DeskServer server = new DeskServer(options, launcher.launch());
      // also when we are stopped while it is still starting
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-the-desk"));
      Files.writeString(numberNote(options.dataDirectory()), server.process.pid() + "\n");
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server that works on this data, whoever started it and whether or not they still live. */
  public static Optional<ProcessHandle> runningOn(Path dataDirectory) {
    Path note = numberNote(dataDirectory);
    if (Files.notExists(note)) {
      return Optional.empty();
    }
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(note).strip()))
          .filter(process -> worksOn(dataDirectory, process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After a while its number may be that of any other process. */
  private static boolean worksOn(Path dataDirectory, ProcessHandle process) {
    return process.isAlive()
        && process
            .info()
            .commandLine()
            .filter(line -> line.contains(dataOption(dataDirectory)))
            .isPresent();
  }

  private static Path numberNote(Path dataDirectory) {
    return dataDirectory.resolve("server/server.pid");
  }

  private static String dataOption(Path dataDirectory) {
    return "-Dtierline.data.dir=" + dataDirectory.toAbsolutePath();
  }

  private void awaitReady() throws IOException {
    try {
      Awaitility.await()
          .atMost(STARTS_WITHIN)
          .pollInterval(Duration.ofMillis(250))
          .until(() -> !process.isAlive() || hasFailed() || isReady());
    } catch (ConditionTimeoutException e) {
      kill();
      throw new IllegalStateException(
          "The server was not ready after " + STARTS_WITHIN.toMinutes() + " minutes" + lastLines(),
          e);
    }
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "The server ended with code " + process.exitValue() + lastLines());
    }
    if (hasFailed()) {
      kill();
      throw new IllegalStateException("The server cannot run the desk" + lastLines());
    }
  }

  /** WildFly runs on when a deployment fails; waiting longer would not help. */
  private boolean hasFailed() throws IOException {
    return Files.exists(console()) && Files.readString(console()).contains("started (with errors)");
  }

  /** Whether every part of the desk says it can work. */
  public boolean isReady() {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(managementUrl().resolve("/health/ready"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false; // not listening yet
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for the server", e);
    }
  }

  /** Where browsers reach the desk, without a slash at its end. */
  public URI baseUrl() {
    return url(8080, options.portOffset());
  }

  /** Where {@code /health} and {@code /metrics} are. */
  public URI managementUrl() {
    return url(9990, options.portOffset());
  }

  public Path dataDirectory() {
    return options.dataDirectory();
  }

  /** What the server wrote to its console. */
  public Path console() {
    return options.dataDirectory().resolve("server/console.log");
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Lets the server finish what it is doing. */
  public void stop() {
    process.destroy();
    if (!ends(STOPS_WITHIN)) {
      kill();
    }
  }

  /** Takes the server away from under its work, as {@code kill -9} does. */
  public void kill() {
    process.destroyForcibly();
    ends(STOPS_WITHIN);
  }

  /** Blocks until the server has ended for whatever reason. */
  public int await() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    stop();
  }

  private boolean ends(Duration within) {
    try {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Configuration from the built server, written anew at each start; the rest is kept. */
  private static Path freshBaseDirectory(Options options) throws IOException {
    Path source = options.home().toAbsolutePath().resolve("standalone/configuration");
    if (!Files.isDirectory(source)) {
      throw new IllegalStateException(
          "There is no server in " + options.home() + "; mvn package makes one");
    }
    Path base = Files.createDirectories(options.dataDirectory().resolve("server"));
    delete(base.resolve("tmp"));
    Path configuration = base.resolve("configuration");
    delete(configuration);
    Files.createDirectories(configuration);
    try (var files = Files.list(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(
            file, configuration.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return base;
  }

  private static void delete(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private String lastLines() throws IOException {
    List<String> lines = Files.readAllLines(console());
    return System.lineSeparator()
        + String.join(
            System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 60), lines.size()));
  }

  private static URI url(int port, int offset) {
    return URI.create("http://localhost:" + (port + offset));
  }
}
