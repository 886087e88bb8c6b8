package org.tierline.notification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tierline.agent.AgentId;

/** What staff were told. */
interface StaffNotices {

  void add(StaffNotice notice);

  /** One of a person's own. */
  Optional<StaffNotice> find(AgentId agent, long id);

  /** What is on somebody's bell, newest first. */
  List<StaffNotice> onBellOf(AgentId agent, boolean unreadOnly, int most);

  long unread(AgentId agent);

  /** How much each of these people has not read; nothing for who has read everything. */
  Map<AgentId, Long> unread(Set<AgentId> agents);

  void markAllRead(AgentId agent, Instant now);

  /** Whose digest is due. */
  List<AgentId> withDigestDue(Instant now);

  /** What is due for somebody's digest, oldest first, locked so that it goes out once. */
  List<StaffNotice> takeDigest(AgentId agent, Instant now);
}
