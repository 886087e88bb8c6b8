package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.tierline.platform.files.Spool;
import org.tierline.platform.files.VirusScanner;

/** Makes sense of a mail within the bounds this desk has set, and has its files scanned. */
@ApplicationScoped
public class ReadMail {

  private final MailBounds bounds;
  private final VirusScanner scanner;
  private final Clock clock;

  @Inject
  ReadMail(MailBounds bounds, VirusScanner scanner, Clock clock) {
    this.bounds = bounds;
    this.scanner = scanner;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ReadMail() {
    this(null, null, null);
  }

  /** The same, with nobody who has to hear how far it is. */
  public InboundMessage read(Spool raw) throws UnreadableMailException {
    return read(raw, () -> {});
  }

  /**
   * @param raw stays open
   * @param beforeEachScan run before each file goes to the scanner, which may take its time
   * @return for the caller to close
   * @throws UnreadableMailException if no sense can be made of it within bounds
   * @throws org.tierline.platform.files.ScannerUnavailableException if a scanner is configured and
   *     does not answer
   */
  public InboundMessage read(Spool raw, Runnable beforeEachScan) throws UnreadableMailException {
    InboundMessage mail = MailReader.read(raw, new MailEffort(bounds, clock));
    boolean complete = false;
    try {
      InboundMessage scanned = mail.with(file -> scanned(file, beforeEachScan));
      complete = true;
      return scanned;
    } finally {
      if (!complete) {
        mail.close();
      }
    }
  }

  private InboundFile scanned(InboundFile file, Runnable beforeEachScan) {
    if (file.refusal().isPresent()) {
      return file;
    }
    beforeEachScan.run();
    return scanner.objection(file.content()).map(file::refused).orElse(file);
  }
}
