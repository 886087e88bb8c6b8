package org.tierline.portal.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.agent.Roles;
import org.tierline.notification.Bell;
import org.tierline.portal.agent.CurrentRoles;

/**
 * The open pages of staff who want to hear their bell. A page that is gone is forgotten when it
 * cannot be written to; a person who opens ever more pages loses the oldest ones, which then ask
 * again by themselves or not.
 */
@ApplicationScoped
public class BellStreams {

  private static final int PAGES_PER_PERSON = 8;
  private static final long RECONNECT_MILLIS = 5_000;

  private final Bell bell;
  private final CurrentRoles roles;
  private final Map<AgentId, Listener> listeners = new ConcurrentHashMap<>();

  @Inject
  public BellStreams(Bell bell, CurrentRoles roles) {
    this.bell = bell;
    this.roles = roles;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected BellStreams() {
    this(null, null);
  }

  private record Page(SseEventSink sink, Sse sse) {

    void send(OutboundSseEvent event) {
      sink.send(event);
    }
  }

  /** One person and what their pages were told last. */
  private static final class Listener {
    private final Deque<Page> pages = new ConcurrentLinkedDeque<>();
    private final AtomicLong told = new AtomicLong(-1);
  }

  /** Begins to tell a page, at once. */
  public void open(AgentId agent, SseEventSink sink, Sse sse) {
    var page = new Page(sink, sse);
    Listener listener = listeners.compute(agent, (who, known) -> with(page, known));
    while (listener.pages.size() > PAGES_PER_PERSON) {
      Page oldest = listener.pages.pollFirst();
      if (oldest != null) {
        oldest.sink().close();
      }
    }
    page.send(event(page, bell.unread(agent)));
  }

  /** In one step for the map, which may be about to forget who had no page left. */
  private static Listener with(Page page, @Nullable Listener known) {
    Listener listener = known == null ? new Listener() : known;
    listener.pages.addLast(page);
    return listener;
  }

  /** Tells whoever has news, on this node; called again and again, so that no other node has to. */
  public void tellNews() {
    Set<AgentId> who = new HashSet<>(listeners.keySet());
    if (who.isEmpty()) {
      return;
    }
    Map<AgentId, Long> unread = bell.unread(who);
    for (AgentId agent : who) {
      Listener listener = listeners.get(agent);
      long count = unread.getOrDefault(agent, 0L);
      if (listener != null && listener.told.getAndSet(count) != count) {
        toAll(listener, page -> event(page, count));
      }
    }
  }

  /** Somebody hears nothing more: who left does not learn what goes on here. */
  public void close(AgentId agent) {
    Listener listener = listeners.remove(agent);
    if (listener != null) {
      listener.pages.forEach(page -> page.sink().close());
    }
  }

  /**
   * Keeps connections alive through whatever lies between, and finds out which are dead, and who is
   * no longer of the staff.
   */
  public void ping() {
    listeners.keySet().stream()
        .filter(agent -> roles.hasLostSome(agent, Roles.STAFF::equals))
        .forEach(this::close);
    listeners.forEach(
        (agent, listener) -> {
          toAll(listener, page -> page.sse().newEventBuilder().comment("still here").build());
          listeners.computeIfPresent(agent, (who, known) -> known.pages.isEmpty() ? null : known);
        });
  }

  private static void toAll(Listener listener, Function<Page, OutboundSseEvent> event) {
    listener.pages.removeIf(page -> page.sink().isClosed());
    listener.pages.forEach(page -> page.send(event.apply(page)));
  }

  private static OutboundSseEvent event(Page page, long unread) {
    return page.sse()
        .newEventBuilder()
        .name("bell")
        .reconnectDelay(RECONNECT_MILLIS)
        .data(String.valueOf(unread))
        .build();
  }
}
