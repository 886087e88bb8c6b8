package org.tierline.intake;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.credentials.CredentialsUnavailableException;
import org.tierline.platform.credentials.Proof;
import org.tierline.platform.files.Spool;

/**
 * A mailbox read by IMAP. Keeps its connection from one visit to the next. Not for two threads,
 * except that any may end the wait for news.
 */
final class ImapMailbox implements Mailbox {

  private static final String MILLISECONDS_TO_CONNECT = "10000";

  /** As long as a silence may last; twice that and a connection counts as dead while we wait. */
  private static final int MILLISECONDS_TO_ANSWER = 30_000;

  /** Of a large mail that travel at once; what it costs in memory. */
  private static final int BYTES_AT_ONCE = 1024 * 1024;

  private final IntakeSettings.MailboxAccount account;
  private final Session session;
  private final String protocol;
  private @Nullable Store store;
  private @Nullable IMAPFolder folder;
  private volatile @Nullable ImapIdle idle;

  /** How many mails the mailbox had when it was last searched for new ones. */
  private OptionalInt mailsWhenSearched = OptionalInt.empty();

  ImapMailbox(IntakeSettings.MailboxAccount account) {
    this(account, MILLISECONDS_TO_ANSWER);
  }

  ImapMailbox(IntakeSettings.MailboxAccount account, int millisecondsToAnswer) {
    this.account = account;
    this.protocol = account.security() == IntakeSettings.Security.TLS ? "imaps" : "imap";
    this.session = Session.getInstance(properties(account, protocol, millisecondsToAnswer));
  }

  private static Properties properties(
      IntakeSettings.MailboxAccount account, String protocol, int millisecondsToAnswer) {
    var properties = new Properties();
    String prefix = "mail." + protocol + ".";
    properties.setProperty(prefix + "connectiontimeout", MILLISECONDS_TO_CONNECT);
    properties.setProperty(prefix + "timeout", String.valueOf(millisecondsToAnswer));
    properties.setProperty(prefix + "writetimeout", String.valueOf(millisecondsToAnswer));
    // reading must not set \Seen: that comes after the mail is stored
    properties.setProperty(prefix + "peek", "true");
    properties.setProperty(prefix + "fetchsize", String.valueOf(BYTES_AT_ONCE));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (account.security() == IntakeSettings.Security.STARTTLS) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(prefix + "starttls.required", "true");
    }
    if (account.proof() == Proof.XOAUTH2) {
      properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
    }
    return properties;
  }

  @Override
  public String name() {
    return account.name();
  }

  @Override
  public Optional<Instant> since() {
    return account.since();
  }

  @Override
  public Visit visit() throws MailboxUnavailableException {
    try {
      return new ImapVisit(opened());
    } catch (MessagingException e) {
      throw unavailable(e);
    }
  }

  @Override
  public boolean awaitNews() throws MailboxUnavailableException {
    try {
      IMAPFolder inbox = opened();
      var waiting = new ImapIdle(inbox);
      idle = waiting;
      return hasChangedSinceSearched(inbox) || waiting.await();
    } catch (MessagingException e) {
      throw unavailable(e);
    }
  }

  @Override
  public void endWait() {
    ImapIdle waiting = idle;
    if (waiting != null) {
      waiting.end();
    }
  }

  /**
   * The server announces a mail once, with its answer to whatever we asked next: one that came
   * while we fetched others is no news to it any more.
   */
  private boolean hasChangedSinceSearched(IMAPFolder inbox) throws MessagingException {
    return mailsWhenSearched.isPresent() && mailsWhenSearched.getAsInt() != inbox.getMessageCount();
  }

  private IMAPFolder opened() throws MessagingException, MailboxUnavailableException {
    IMAPFolder standing = folder;
    if (standing != null && stillAnswers(standing)) {
      return standing;
    }
    hangUp();
    Store fresh = connected();
    store = fresh;
    var inbox = (IMAPFolder) fresh.getFolder(account.folder());
    inbox.open(Folder.READ_WRITE);
    folder = inbox;
    return inbox;
  }

  /** Lets the server tell what is new, too. */
  private static boolean stillAnswers(IMAPFolder standing) {
    try {
      standing.doCommand(
          server -> {
            server.noop();
            return true;
          });
      return standing.isOpen() && knowsTheLatest(standing);
    } catch (MessagingException e) {
      return false;
    }
  }

  /**
   * A connection knows of those mails only that the server announced on it. Should an announcement
   * be lost, the mail would lie there until another one comes.
   */
  private static boolean knowsTheLatest(IMAPFolder standing) throws MessagingException {
    int count = standing.getMessageCount();
    long known = count == 0 ? 0 : standing.getUID(standing.getMessage(count));
    var latest =
        (long[])
            standing.doCommand(server -> server.fetchSequenceNumbers(known + 1, UIDFolder.LASTUID));
    for (long uid : latest) {
      if (uid > known && standing.getMessageByUID(uid) == null) {
        return false;
      }
    }
    return true;
  }

  private Store connected() throws MessagingException, MailboxUnavailableException {
    Store fresh = session.getStore(protocol);
    try {
      connectWithFreshCredentials(fresh);
    } catch (CredentialsUnavailableException e) {
      throw new MailboxUnavailableException(name() + ": " + e.getMessage(), e.isRefused(), e);
    }
    return fresh;
  }

  private void connectWithFreshCredentials(Store fresh)
      throws MessagingException, CredentialsUnavailableException {
    try {
      connect(fresh);
    } catch (AuthenticationFailedException e) {
      if (!account.credentials().renew()) {
        throw e;
      }
      connect(fresh);
    }
  }

  private void connect(Store fresh) throws MessagingException, CredentialsUnavailableException {
    fresh.connect(account.host(), account.port(), account.user(), account.credentials().current());
  }

  private MailboxUnavailableException unavailable(MessagingException e) {
    hangUp();
    return new MailboxUnavailableException(
        name() + ": " + e.getMessage(), e instanceof AuthenticationFailedException, e);
  }

  @Override
  public void hangUp() {
    Store standing = store;
    store = null;
    folder = null;
    if (standing != null) {
      try {
        standing.close();
      } catch (MessagingException e) {
        System.getLogger(ImapMailbox.class.getName())
            .log(System.Logger.Level.DEBUG, "The connection was gone already", e);
      }
    }
  }

  private final class ImapVisit implements Visit {

    private final IMAPFolder folder;
    private final long uidValidity;

    private ImapVisit(IMAPFolder folder) throws MessagingException {
      this.folder = folder;
      this.uidValidity = folder.getUIDValidity();
    }

    @Override
    public long uidValidity() {
      return uidValidity;
    }

    @Override
    public List<Long> uidsAbove(long uid) throws MailboxUnavailableException {
      try {
        mailsWhenSearched = OptionalInt.of(folder.getMessageCount());
        List<Message> fresh = new ArrayList<>();
        for (Message message : folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
          // a server answers "n:*" with the last mail even if its uid is below n
          if (message != null && folder.getUID(message) > uid) {
            fresh.add(message);
          }
        }
        var sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        folder.fetch(fresh.toArray(new Message[0]), sizes);
        List<Long> uids = new ArrayList<>();
        for (Message message : fresh) {
          uids.add(folder.getUID(message));
        }
        return uids.stream().sorted().toList();
      } catch (MessagingException e) {
        throw unavailable(e);
      }
    }

    @Override
    public Map<Long, Instant> arrivals() throws MailboxUnavailableException {
      try {
        Message[] all = folder.getMessages();
        var dates = new FetchProfile();
        dates.add(UIDFolder.FetchProfileItem.UID);
        dates.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(all, dates);
        Map<Long, Instant> arrivals = new HashMap<>();
        for (Message message : all) {
          arrivals.put(folder.getUID(message), arrival(message));
        }
        return arrivals;
      } catch (MessagingException e) {
        throw unavailable(e);
      }
    }

    /** What the server cannot date may have come just now. */
    private static Instant arrival(Message message) throws MessagingException {
      Date received = message.getReceivedDate();
      return received == null ? Instant.MAX : received.toInstant();
    }

    @Override
    public Spool fetch(long uid) throws MailNotFetchedException, MailboxUnavailableException {
      try {
        Message message = folder.getMessageByUID(uid);
        if (message == null) {
          throw new MailNotFetchedException("It is no longer in the mailbox", null);
        }
        return whole(message);
      } catch (FolderClosedException | StoreClosedException e) {
        throw unavailable(e);
      } catch (MessagingException | IOException e) {
        if (!folder.isOpen()) {
          throw unavailable(new MessagingException(e.getMessage(), e));
        }
        throw new MailNotFetchedException(String.valueOf(e.getMessage()), e);
      }
    }

    /**
     * Large mails come in pieces, so the end may be missing. Some servers count wrong, though: what
     * comes twice exactly the same is all there is.
     */
    private Spool whole(Message message)
        throws MessagingException, IOException, MailNotFetchedException {
      Spool first = spooled(message);
      if (first.size() == message.getSize()) {
        return first;
      }
      try (first;
          Spool second = spooled(message)) {
        if (!first.sha256().equals(second.sha256())) {
          throw new MailNotFetchedException(
              "%,d of %,d bytes came".formatted(second.size(), message.getSize()), null);
        }
      }
      return spooled(message);
    }

    private Spool spooled(Message message) throws MessagingException, IOException {
      var spool = new Spool();
      boolean complete = false;
      try {
        message.writeTo(spool);
        complete = true;
        return spool;
      } finally {
        if (!complete) {
          spool.close();
        }
      }
    }

    @Override
    public void markSeen(long uid) throws MailboxUnavailableException {
      try {
        Message message = folder.getMessageByUID(uid);
        if (message != null) {
          message.setFlag(Flags.Flag.SEEN, true);
        }
      } catch (MessagingException e) {
        throw unavailable(e);
      }
    }
  }
}
