package org.tierline.portal.notification;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.tierline.agent.AgentLeft;
import org.tierline.notification.BellRang;
import org.tierline.platform.rounds.Rounds;

/**
 * When open pages hear the bell: at once for what happened on this node, every few seconds for what
 * happened on another. Nobody who left hears on.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class BellRounds {

  private static final int SECONDS_BETWEEN_LOOKS = 5;
  private static final int SECONDS_BETWEEN_PINGS = 25;

  @Resource private ManagedScheduledExecutorService executor;
  private final BellStreams streams;
  private final Rounds news;
  private final Rounds pings;

  @Inject
  public BellRounds(BellStreams streams) {
    this.streams = streams;
    this.news = new Rounds("the bell", () -> streams.tellNews());
    this.pings = new Rounds("the bell's pings", () -> streams.ping());
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected BellRounds() {
    this(null);
  }

  @PostConstruct
  void start() {
    news.every(SECONDS_BETWEEN_LOOKS, executor);
    pings.every(SECONDS_BETWEEN_PINGS, executor);
  }

  @PreDestroy
  void stop() {
    news.stop();
    pings.stop();
  }

  public void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) BellRang fact) {
    executor.execute(news);
  }

  public void agentLeft(@Observes(during = TransactionPhase.AFTER_SUCCESS) AgentLeft fact) {
    streams.close(fact.agent());
  }
}
