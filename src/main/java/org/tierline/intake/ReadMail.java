package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.tierline.platform.files.Spool;

/** Makes sense of a mail within the bounds this desk has set. */
@ApplicationScoped
public class ReadMail {

  private final MailBounds bounds;
  private final Clock clock;

  @Inject
  ReadMail(MailBounds bounds, Clock clock) {
    this.bounds = bounds;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ReadMail() {
    this(null, null);
  }

  /**
   * @param raw stays open
   * @return for the caller to close
   * @throws UnreadableMailException if no sense can be made of it within bounds
   */
  public InboundMessage read(Spool raw) throws UnreadableMailException {
    return MailReader.read(raw, new MailEffort(bounds, clock));
  }
}
