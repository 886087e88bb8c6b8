package org.tierline.portal.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tierline.agent.AgentFixture.ANA;
import static org.tierline.agent.AgentFixture.TOM;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.resteasy.plugins.providers.sse.SseImpl;
import org.junit.jupiter.api.Test;
import org.tierline.agent.AgentId;
import org.tierline.agent.InMemoryAbsences;
import org.tierline.agent.InMemoryAccounts;
import org.tierline.agent.InMemoryAgents;
import org.tierline.agent.Roster;
import org.tierline.notification.StaffBell;
import org.tierline.platform.TestClock;
import org.tierline.portal.agent.CurrentRoles;

class BellStreamsTest {

  private static final Sse SSE = new SseImpl();

  private final StaffBell staff = new StaffBell();
  private final TestClock clock = new TestClock();
  private final InMemoryAccounts accounts = new InMemoryAccounts();
  private final CurrentRoles roles =
      new CurrentRoles(
          accounts, new Roster(new InMemoryAgents(), new InMemoryAbsences(), clock), clock);
  private final BellStreams streams = new BellStreams(staff.bell(), roles);

  @Test
  void aPageHearsAtOnceHowMuchIsUnread() {
    staff.ring(ANA, "Ticket #1 is yours now.");

    assertThat(open(ANA).heard).containsExactly("1");
    assertThat(open(TOM).heard).containsExactly("0");
  }

  @Test
  void newsReachEveryPageOfThePersonOnceAndNobodyElse() {
    Page first = open(ANA);
    Page second = open(ANA);
    Page toms = open(TOM);
    streams.tellNews();
    List.of(first, second, toms).forEach(page -> page.heard.clear());
    staff.ring(ANA, "Ticket #1 is yours now.");

    streams.tellNews();
    streams.tellNews();

    assertThat(first.heard).containsExactly("1");
    assertThat(second.heard).containsExactly("1");
    assertThat(toms.heard).isEmpty();
  }

  @Test
  void aPageThatIsGoneIsNotWrittenTo() {
    Page gone = open(ANA);
    Page open = open(ANA);
    gone.close();
    staff.ring(ANA, "Ticket #1 is yours now.");

    streams.tellNews();

    assertThat(gone.heard).containsExactly("0");
    assertThat(open.heard).containsExactly("0", "1");
  }

  @Test
  void whoseLastPageIsGoneHearsTheNewsAtTheNextOne() {
    open(ANA).close();
    streams.ping();
    staff.ring(ANA, "Ticket #1 is yours now.");
    streams.tellNews();

    Page next = open(ANA);

    assertThat(next.heard).containsExactly("1");
  }

  @Test
  void whoOpensEverMorePagesLosesTheOldest() {
    Page oldest = open(ANA);
    List<Page> others = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      others.add(open(ANA));
    }

    assertThat(oldest.isClosed()).isTrue();
    assertThat(others).noneMatch(Page::isClosed);
  }

  @Test
  void aPingIsNoNews() {
    Page page = open(ANA);

    streams.ping();

    assertThat(page.heard).containsExactly("0");
    assertThat(page.comments).containsExactly("still here");
  }

  /** Another thread forgets people without pages, all the time. */
  @Test
  void aPageOpenedAsItsPersonIsForgottenIsHeardOf() throws Exception {
    var done = new AtomicBoolean();
    var forgetting = CompletableFuture.runAsync(() -> pingUntil(done));
    try {
      for (int i = 0; i < 50_000; i++) {
        var page = new PageOfTwoThreads();
        streams.open(ANA, page, SSE);
        page.heard = false;

        streams.ping();

        assertThat(page.heard).as("page %d", i).isTrue();
        page.close();
      }
    } finally {
      done.set(true);
    }
    forgetting.get(10, TimeUnit.SECONDS);
  }

  private void pingUntil(AtomicBoolean done) {
    while (!done.get()) {
      streams.ping();
    }
  }

  @Test
  void whoLeftHearsNothingMore() {
    Page anas = open(ANA);
    Page toms = open(TOM);

    streams.close(ANA);
    staff.ring(ANA, "Ticket #1 is yours now.");
    streams.tellNews();

    assertThat(anas.isClosed()).isTrue();
    assertThat(anas.heard).containsExactly("0");
    assertThat(toms.isClosed()).isFalse();
  }

  @Test
  void whoIsNoLongerOfTheStaffIsFoundOutByThePing() {
    accounts.open("ana", "staff", "tier1");
    Page page = open(ANA);
    streams.ping();
    assertThat(page.isClosed()).isFalse();

    accounts.dismiss(ANA);
    clock.pass(Duration.ofMinutes(1));
    streams.ping();

    assertThat(page.isClosed()).isTrue();
  }

  private Page open(AgentId agent) {
    var page = new Page();
    streams.open(agent, page, SSE);
    return page;
  }

  /** Takes whatever is sent, also when it was closed a moment ago. */
  private static final class PageOfTwoThreads implements SseEventSink {

    private volatile boolean heard;
    private volatile boolean closed;

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
      heard = true;
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** The other end of a connection. */
  private static final class Page implements SseEventSink {

    private final List<String> heard = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private boolean closed;

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
      if (closed) {
        throw new IllegalStateException("A closed connection takes no events");
      }
      if ("bell".equals(event.getName())) {
        heard.add((String) event.getData());
      } else {
        comments.add(Objects.requireNonNull(event.getComment()));
      }
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
