package org.tierline.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Which ways one kind of notice takes to a person. */
@Embeddable
public record Channels(
    @Column(name = "by_mail") boolean mail,
    @Column(name = "by_slack") boolean slack,
    @Column(name = "by_bell") boolean bell) {

  /** Who has chosen nothing misses nothing. */
  static final Channels USUAL = new Channels(true, false, true);
}
