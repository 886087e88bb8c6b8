package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.tierline.platform.files.Spool;

/**
 * Use case: a lead asks what the desk would do with a mail and why. The mail takes the same way as
 * one from the mailbox, but nothing is stored and nobody is told. One that waits in quarantine is
 * judged as it would be if it were tried again.
 */
@ApplicationScoped
public class ExplainMail {

  private static final Logger LOG = System.getLogger(ExplainMail.class.getName());

  private final ReadMail readMail;
  private final FindRequester findRequester;
  private final JudgeMail judgeMail;

  @Inject
  ExplainMail(ReadMail readMail, FindRequester findRequester, JudgeMail judgeMail) {
    this.readMail = readMail;
    this.findRequester = findRequester;
    this.judgeMail = judgeMail;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ExplainMail() {
    this(null, null, null);
  }

  /**
   * @param raw stays open
   */
  public Explanation explain(Spool raw) {
    try (InboundMessage mail = readMail.read(raw)) {
      FindRequester.Asked asked = findRequester.of(mail);
      return Explanation.of(asked.mail(), judgeMail.examine(asked.mail()).after(asked.check()));
    } catch (UnreadableMailException e) {
      return Explanation.unreadable(String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // what intake tries a few times more and then sets aside for the same reason
      var mishap = new Mishap(e);
      if (mishap.isBlameless()) {
        throw e;
      }
      LOG.log(Level.WARNING, "A mail to be explained cannot be read", e);
      return Explanation.unreadable(mishap.why());
    }
  }
}
