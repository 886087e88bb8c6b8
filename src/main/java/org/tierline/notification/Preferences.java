package org.tierline.notification;

import java.time.Instant;
import java.util.Optional;
import org.tierline.agent.AgentId;

/** How staff want to be told, of those who have said so. */
interface Preferences {

  Optional<NoticePreferences> find(AgentId agent);

  Optional<NoticePreferences> findBySlackUser(String user);

  /** Whose code this is, while it is good. */
  Optional<NoticePreferences> findBySlackCode(String code, Instant now);

  void add(NoticePreferences preferences);
}
