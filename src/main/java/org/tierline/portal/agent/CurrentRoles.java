package org.tierline.portal.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.tierline.agent.Accounts;
import org.tierline.agent.AgentId;
import org.tierline.agent.Roles;
import org.tierline.agent.Roster;

/**
 * Whether somebody may still do what their login found they may: a session remembers that for a
 * day's work, while people leave and leads become agents again. Looked up every few seconds for
 * each person, so that no page pays for it.
 */
@ApplicationScoped
public class CurrentRoles {

  static final Duration KNOWN_FOR = Duration.ofSeconds(5);

  private final Accounts accounts;
  private final Roster roster;
  private final Clock clock;
  private final Map<AgentId, Known> known = new ConcurrentHashMap<>();

  @Inject
  public CurrentRoles(Accounts accounts, Roster roster, Clock clock) {
    this.accounts = accounts;
    this.roster = roster;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected CurrentRoles() {
    this(null, null, null);
  }

  private record Known(Set<String> doors, Instant until) {}

  /**
   * @param claimed what their login found
   * @return whether some of it is no longer theirs
   */
  public boolean hasLostSome(AgentId who, Predicate<String> claimed) {
    Set<String> doors = doorsOf(who);
    return Roles.DOORS.stream().filter(claimed).anyMatch(role -> !doors.contains(role));
  }

  private Set<String> doorsOf(AgentId who) {
    Instant now = clock.instant();
    Known before = known.get(who);
    if (before != null && now.isBefore(before.until())) {
      return before.doors();
    }
    Set<String> doors = lookUp(who);
    known.put(who, new Known(doors, now.plus(KNOWN_FOR)));
    return doors;
  }

  /** Of somebody whose account is kept elsewhere we know only whether they left. */
  private Set<String> lookUp(AgentId who) {
    return accounts.rolesOf(who).orElseGet(() -> roster.hasLeft(who) ? Set.of() : Roles.DOORS);
  }
}
