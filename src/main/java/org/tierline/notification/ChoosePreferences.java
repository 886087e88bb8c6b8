package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.tierline.agent.Agent;
import org.tierline.agent.TeamId;
import org.tierline.platform.DeskSettings;

/** Use case: a staff member says how they want to be told, and connects their Slack account. */
@ApplicationScoped
@Transactional
public class ChoosePreferences {

  /** Without what looks alike when read from a screen. */
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int CODE_LENGTH = 10;

  private final Preferences preferences;
  private final DeskSettings desk;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  @Inject
  ChoosePreferences(Preferences preferences, DeskSettings desk, Clock clock) {
    this.preferences = preferences;
    this.desk = desk;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ChoosePreferences() {
    this(null, null, null);
  }

  /**
   * What somebody wishes.
   *
   * @param channels the ways of each kind; what is missing stays as it is
   * @param digestHours between two digests; 0 for none, otherwise what divides a day
   */
  public record Wishes(
      Map<NoticeKind, Channels> channels,
      Optional<QuietHours> quiet,
      ZoneId zone,
      int digestHours,
      boolean alarmsPierce) {}

  /** How somebody wants to be told, or the usual way. */
  public NoticePreferences of(Agent agent) {
    return preferences
        .find(agent.id())
        .orElseGet(
            () ->
                NoticePreferences.usual(agent.id(), desk.zone(), agent.team().equals(TeamId.LEAD)));
  }

  /**
   * @throws IllegalArgumentException if no digest can come that often
   */
  public void choose(Agent agent, Wishes wishes) {
    NoticePreferences own = own(agent);
    wishes.channels().forEach(own::choose);
    own.rest(wishes.quiet(), wishes.zone(), wishes.digestHours(), wishes.alarmsPierce());
  }

  /** Begins to connect a Slack account: the code has to be sent from it within a few minutes. */
  public String offerSlack(Agent agent) {
    var code = new StringBuilder();
    for (int i = 0; i < CODE_LENGTH; i++) {
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    own(agent).offer(code.toString(), clock.instant());
    return code.toString();
  }

  public void disconnectSlack(Agent agent) {
    own(agent).disconnectSlack();
  }

  private NoticePreferences own(Agent agent) {
    return preferences
        .find(agent.id())
        .orElseGet(
            () -> {
              NoticePreferences fresh = of(agent);
              preferences.add(fresh);
              return fresh;
            });
  }
}
