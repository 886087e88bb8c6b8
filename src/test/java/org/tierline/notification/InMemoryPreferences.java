package org.tierline.notification;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tierline.agent.AgentId;

/** How staff want to be told, without a database. */
public class InMemoryPreferences implements Preferences {

  private final Map<AgentId, NoticePreferences> all = new LinkedHashMap<>();

  @Override
  public Optional<NoticePreferences> find(AgentId agent) {
    return Optional.ofNullable(all.get(agent));
  }

  @Override
  public Optional<NoticePreferences> findBySlackUser(String user) {
    return all.values().stream()
        .filter(one -> one.slackUser().filter(user::equals).isPresent())
        .findFirst();
  }

  @Override
  public Optional<NoticePreferences> findBySlackCode(String code, Instant now) {
    return all.values().stream()
        .filter(one -> one.slackCode(now).filter(code::equals).isPresent())
        .findFirst();
  }

  @Override
  public void add(NoticePreferences preferences) {
    all.put(preferences.agent(), preferences);
  }
}
