package org.tierline.ticket;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.TeamId;

/** How a request reached the desk. We answer the same way. */
@Embeddable
public class Origin {

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private @Nullable String mailbox;

  private @Nullable String mailboxTeam;

  private @Nullable String language;

  protected Origin() {} // for JPA

  Origin(Channel channel) {
    this.channel = channel;
  }

  /** It came through one of several mailboxes. */
  void cameThrough(Entrance entrance) {
    mailbox = entrance.mailbox();
    mailboxTeam = entrance.team().map(TeamId::value).orElse(null);
    language = entrance.language().map(Locale::toLanguageTag).orElse(null);
  }

  Channel channel() {
    return channel;
  }

  /** The short name of the mailbox it came through, if it came through one of several. */
  public Optional<String> mailbox() {
    return Optional.ofNullable(mailbox);
  }

  /** Who answers what comes through that mailbox, unless triage knows better. */
  public Optional<TeamId> mailboxTeam() {
    return Optional.ofNullable(mailboxTeam).map(TeamId::new);
  }

  /** The language customers of that mailbox write in. */
  public Optional<Locale> language() {
    return Optional.ofNullable(language).map(Locale::forLanguageTag);
  }
}
