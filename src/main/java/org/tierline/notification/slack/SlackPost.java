package org.tierline.notification.slack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.tierline.platform.outbox.Effect;
import org.tierline.platform.outbox.Effects;

/** Puts what the desk wants to say in Slack into the outbox. */
@ApplicationScoped
public class SlackPost {

  static final String KIND = "slack";

  /** The target of notes that go to the desk's one webhook; the address itself is a secret. */
  static final String WEBHOOK = "webhook";

  private final Effects effects;
  private final SlackSettings settings;

  @Inject
  public SlackPost(Effects effects, SlackSettings settings) {
    this.effects = effects;
    this.settings = settings;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected SlackPost() {
    this(null, null);
  }

  /**
   * Writes to one person.
   *
   * @param user the id of their Slack account
   * @return false when the desk has no app in Slack, which alone may write to people
   */
  public boolean toPerson(String user, Optional<UUID> ticket, SlackNote note) {
    if (settings.token().isEmpty()) {
      return false;
    }
    enqueue(user, ticket, note);
    return true;
  }

  /**
   * Writes to a team's channel.
   *
   * @return false when the team has none
   */
  public boolean toTeam(String team, Optional<UUID> ticket, SlackNote note) {
    Optional<String> channel =
        settings
            .token()
            .flatMap(app -> Optional.ofNullable(settings.channels().get(team)))
            .or(() -> settings.webhook().map(address -> WEBHOOK));
    channel.ifPresent(id -> enqueue(id, ticket, note));
    return channel.isPresent();
  }

  /**
   * Answers somebody who pressed a button or gave a command; only they see it.
   *
   * @param address where Slack wants the answer
   * @throws IllegalArgumentException if that is no address of Slack
   */
  public void answer(URI address, SlackNote note) {
    demandMayAnswer(address);
    enqueue(address.toString(), Optional.empty(), note);
  }

  /**
   * Checked before anything is done for an answer that could not be given.
   *
   * @throws IllegalArgumentException if that is no address of Slack
   */
  public void demandMayAnswer(URI address) {
    if (!settings.mayCall(address)) {
      throw new IllegalArgumentException("Not an address of Slack: " + address.getHost());
    }
  }

  private void enqueue(String target, Optional<UUID> ticket, SlackNote note) {
    effects.enqueue(new Effect(UUID.randomUUID(), KIND, ticket, target, SlackNotes.write(note)));
  }
}
