package org.tierline.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tierline.agent.AgentId;

/** What staff were told, without a database. */
public class InMemoryStaffNotices implements StaffNotices {

  private final List<StaffNotice> all = new ArrayList<>();

  @Override
  public void add(StaffNotice notice) {
    notice.numbered(all.size() + 1L);
    all.add(notice);
  }

  @Override
  public Optional<StaffNotice> find(AgentId agent, long id) {
    return of(agent).filter(notice -> notice.id() == id).findFirst();
  }

  @Override
  public List<StaffNotice> onBellOf(AgentId agent, boolean unreadOnly, int most) {
    return of(agent)
        .filter(notice -> notice.isOnBell() && !(unreadOnly && notice.isRead()))
        .sorted(Comparator.comparing(StaffNotice::id).reversed())
        .limit(most)
        .toList();
  }

  @Override
  public long unread(AgentId agent) {
    return unread(Set.of(agent)).getOrDefault(agent, 0L);
  }

  @Override
  public Map<AgentId, Long> unread(Set<AgentId> agents) {
    return all.stream()
        .filter(notice -> agents.contains(notice.agent()))
        .filter(notice -> notice.isOnBell() && !notice.isRead())
        .collect(Collectors.groupingBy(StaffNotice::agent, Collectors.counting()));
  }

  @Override
  public void markAllRead(AgentId agent, Instant now) {
    of(agent).filter(StaffNotice::isOnBell).forEach(notice -> notice.read(now));
  }

  @Override
  public List<AgentId> withDigestDue(Instant now) {
    return all.stream()
        .filter(notice -> due(notice, now))
        .map(StaffNotice::agent)
        .distinct()
        .toList();
  }

  @Override
  public List<StaffNotice> takeDigest(AgentId agent, Instant now) {
    return of(agent).filter(notice -> due(notice, now)).toList();
  }

  private static boolean due(StaffNotice notice, Instant now) {
    return notice.digestDueAt().filter(at -> !at.isAfter(now)).isPresent();
  }

  private Stream<StaffNotice> of(AgentId agent) {
    return all.stream().filter(notice -> notice.agent().equals(agent));
  }
}
