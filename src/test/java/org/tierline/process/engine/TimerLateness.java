package org.tierline.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.junit.jupiter.api.Test;

/**
 * How late the desk's timers fire while a hundred thousand tickets are open: the engine on
 * PostgreSQL, the real model of the work, the job executor at the desk's pace. Every second some of
 * the timers fall due, three times as many as four steps in three days make of that many tickets;
 * each takes its step and arms the next one. What the step does to the ticket is left out.
 *
 * <p>No part of the build. {@code mvn test -Dtest=TimerLateness}; {@code -Dtierline.timers}, {@code
 * -Dtierline.due-per-second} and {@code -Dtierline.seconds} change its size. The histogram is in
 * {@code target/timer-lateness.txt}.
 */
class TimerLateness {

  private static final int ARMED = Integer.getInteger("tierline.timers", 100_000);
  private static final int DUE_PER_SECOND = Integer.getInteger("tierline.due-per-second", 5);
  private static final int SECONDS = Integer.getInteger("tierline.seconds", 60);
  private static final int STARTED_AT_ONCE = 250;

  private static final Duration NOT_LATER_THAN = Duration.ofSeconds(5);

  private static final System.Logger LOG = System.getLogger(TimerLateness.class.getName());

  /** When each step was taken after it was due, in milliseconds. */
  private final ConcurrentLinkedQueue<Long> lateness = new ConcurrentLinkedQueue<>();

  @Test
  void ninetyNineOfAHundredStepsAreTakenWithinFiveSeconds() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      ProcessEngine engine = engine(postgres);
      try {
        new JobIndex(postgres.getPostgresDatabase()).create();
        engine
            .getRepositoryService()
            .createDeployment()
            .addClasspathResource("processes/TicketWork.bpmn")
            .deploy();
        int due = DUE_PER_SECOND * SECONDS;
        start(engine, ARMED - due, i -> inDays(i));
        Instant calm = Instant.now().plusSeconds(20); // the first ones wait for the last to start
        start(engine, due, i -> calm.plusMillis(i * 1000L / DUE_PER_SECOND));
        assertThat(engine.getManagementService().createJobQuery().timers().count())
            .isEqualTo(ARMED);
        analyze(postgres);

        executor(engine).start();
        await()
            .atMost(Duration.ofSeconds(SECONDS + 120L))
            .pollInterval(Duration.ofSeconds(2))
            .until(() -> lateness.size() >= due);

        report();
      } finally {
        executor(engine).shutdown();
        engine.close();
      }
    }
  }

  private ProcessEngine engine(EmbeddedPostgres postgres) {
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
    configuration.setJdbcDriver("org.postgresql.Driver");
    configuration.setJdbcUsername("postgres");
    configuration.setJdbcMaxActiveConnections(20);
    configuration.setJdbcBatchProcessing(true);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory("full");
    configuration.setMetricsEnabled(false);
    configuration.setTaskMetricsEnabled(false);
    configuration.setIdGenerator(new org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator());
    var jobs = new DefaultJobExecutor();
    jobs.setCorePoolSize(6);
    jobs.setMaxPoolSize(6);
    jobs.setQueueSize(32);
    JobPace.apply(configuration, jobs);
    configuration.setJobExecutor(jobs);
    configuration.setJobExecutorActivate(false);
    Map<Object, Object> beans = new HashMap<>();
    JavaDelegate nothing = execution -> {};
    beans.put("setDeadlines", nothing);
    beans.put("assignTicket", nothing);
    beans.put("recordCustomerReply", nothing);
    beans.put("takeLadderStep", (JavaDelegate) this::takeStep);
    configuration.setBeans(beans);
    return configuration.buildProcessEngine();
  }

  private void takeStep(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
    Instant due = ((Date) execution.getVariable("stepAt")).toInstant();
    lateness.add(Duration.between(due, Instant.now()).toMillis());
    execution.setVariable("stepAt", Date.from(inDays(1)));
  }

  /** Far enough away not to fire while we measure, and not all at once. */
  private static Instant inDays(int i) {
    return Instant.now()
        .plus(Duration.ofHours(1))
        .plusSeconds(ThreadLocalRandom.current().nextLong(Duration.ofDays(3).toSeconds()) + i);
  }

  private interface DueDates {
    Instant of(int i);
  }

  private static void start(ProcessEngine engine, int number, DueDates dues) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    var started = new AtomicInteger();
    while (started.get() < number) {
      configuration
          .getCommandExecutorTxRequired()
          .execute(
              context -> {
                for (int i = 0; i < STARTED_AT_ONCE && started.get() < number; i++) {
                  startOne(engine, dues.of(started.getAndIncrement()));
                }
                return null;
              });
    }
  }

  private static void startOne(ProcessEngine engine, Instant at) {
    Date due = Date.from(at);
    engine
        .getRuntimeService()
        .createProcessInstanceByKey("TicketWork")
        .businessKey(Integer.toString(ThreadLocalRandom.current().nextInt()))
        .setVariable("ticketId", java.util.UUID.randomUUID().toString())
        .setVariable("stepAt", due)
        .setVariable("dueAt", due)
        .setVariable("team", "tier1")
        .setVariable("assignee", "ana")
        .setVariable("taskPriority", 40)
        .setVariable("replies", 1)
        .setVariable("repliesSeen", 1)
        .startBeforeActivity("Task_WorkOnTicket")
        .execute();
  }

  private static org.camunda.bpm.engine.impl.jobexecutor.JobExecutor executor(
      ProcessEngine engine) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getJobExecutor();
  }

  private static void analyze(EmbeddedPostgres postgres) throws java.sql.SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("analyze");
    }
  }

  private void report() throws IOException {
    long[] sorted = lateness.stream().mapToLong(Long::longValue).sorted().toArray();
    long p99 = sorted[(int) Math.ceil(sorted.length * 0.99) - 1];
    var histogram = new StringBuilder();
    long[] limits = {250, 500, 1000, 1500, 2000, 3000, 5000, Long.MAX_VALUE};
    long from = 0;
    for (long limit : limits) {
      long low = from;
      long number = Arrays.stream(sorted).filter(ms -> ms >= low && ms < limit).count();
      histogram.append(
          "%n%8s ms %6d %s"
              .formatted(
                  limit == Long.MAX_VALUE ? "more" : "< " + limit,
                  number,
                  "#".repeat((int) (60 * number / sorted.length))));
      from = limit;
    }
    String report =
        "%d timers armed, %d due within %d s: median %d ms, p99 %d ms, worst %d ms%s%n"
            .formatted(
                ARMED,
                sorted.length,
                SECONDS,
                sorted[sorted.length / 2],
                p99,
                sorted[sorted.length - 1],
                histogram);
    LOG.log(System.Logger.Level.INFO, report);
    Files.writeString(Path.of("target", "timer-lateness.txt"), report);
    assertThat(Duration.ofMillis(p99)).isLessThan(NOT_LATER_THAN);
  }
}
