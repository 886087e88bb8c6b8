package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tierline.agent.AgentId;
import org.tierline.platform.events.Facts;

/** Use case: a staff member looks at what they were told. */
@ApplicationScoped
@Transactional
public class Bell {

  private final StaffNotices notices;
  private final Facts facts;
  private final Clock clock;

  @Inject
  Bell(StaffNotices notices, Facts facts, Clock clock) {
    this.notices = notices;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Bell() {
    this(null, null, null);
  }

  /** The newest first. */
  public List<StaffNotice> of(AgentId agent, boolean unreadOnly, int most) {
    return notices.onBellOf(agent, unreadOnly, most);
  }

  public long unread(AgentId agent) {
    return notices.unread(agent);
  }

  /** How much each of these people has not read; nothing for who has read everything. */
  public Map<AgentId, Long> unread(Set<AgentId> agents) {
    return notices.unread(agents);
  }

  /** Somebody else's notice is nobody's business: nothing happens. */
  public void read(AgentId agent, long id) {
    notices.find(agent, id).ifPresent(notice -> notice.read(clock.instant()));
    facts.announce(new BellRang(agent));
  }

  public void readAll(AgentId agent) {
    notices.markAllRead(agent, clock.instant());
    facts.announce(new BellRang(agent));
  }
}
