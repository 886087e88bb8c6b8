package org.tierline.intake;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A mailbox read by IMAP. Keeps its connection from one visit to the next. Not for two threads. */
final class ImapMailbox implements Mailbox {

  private static final String MILLISECONDS_TO_CONNECT = "10000";
  private static final String MILLISECONDS_TO_ANSWER = "60000";

  private final IntakeSettings.MailboxAccount account;
  private final Session session;
  private final String protocol;
  private @Nullable Store store;

  ImapMailbox(IntakeSettings.MailboxAccount account) {
    this.account = account;
    this.protocol = account.security() == IntakeSettings.Security.TLS ? "imaps" : "imap";
    var properties = new Properties();
    String prefix = "mail." + protocol + ".";
    properties.setProperty(prefix + "connectiontimeout", MILLISECONDS_TO_CONNECT);
    properties.setProperty(prefix + "timeout", MILLISECONDS_TO_ANSWER);
    properties.setProperty(prefix + "writetimeout", MILLISECONDS_TO_ANSWER);
    // reading must not set \Seen: that comes after the mail is stored
    properties.setProperty(prefix + "peek", "true");
    // in one piece whose length the server states: a cut connection is noticed, not stored
    properties.setProperty(prefix + "partialfetch", "false");
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (account.security() == IntakeSettings.Security.STARTTLS) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(prefix + "starttls.required", "true");
    }
    this.session = Session.getInstance(properties);
  }

  @Override
  public String name() {
    return account.name();
  }

  @Override
  public Visit visit() throws MailboxUnavailableException {
    try {
      Folder folder = connected().getFolder(account.folder());
      folder.open(Folder.READ_WRITE);
      return new ImapVisit(folder);
    } catch (MessagingException e) {
      throw unavailable(e);
    }
  }

  private Store connected() throws MessagingException {
    Store standing = store;
    if (standing != null && standing.isConnected()) {
      return standing;
    }
    Store fresh = session.getStore(protocol);
    fresh.connect(account.host(), account.port(), account.user(), account.password());
    store = fresh;
    return fresh;
  }

  private MailboxUnavailableException unavailable(MessagingException e) {
    hangUp();
    return new MailboxUnavailableException(
        name() + ": " + e.getMessage(), e instanceof AuthenticationFailedException, e);
  }

  private void hangUp() {
    Store standing = store;
    store = null;
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

    private final Folder folder;
    private final long uidValidity;

    private ImapVisit(Folder folder) throws MessagingException {
      this.folder = folder;
      this.uidValidity = ((UIDFolder) folder).getUIDValidity();
    }

    @Override
    public long uidValidity() {
      return uidValidity;
    }

    @Override
    public List<Long> uidsAbove(long uid) throws MailboxUnavailableException {
      try {
        List<Long> uids = new ArrayList<>();
        var byUid = (UIDFolder) folder;
        for (Message message : byUid.getMessagesByUID(uid + 1, UIDFolder.LASTUID)) {
          // a server answers "n:*" with the last mail even if its uid is below n
          if (message != null && byUid.getUID(message) > uid) {
            uids.add(byUid.getUID(message));
          }
        }
        return uids.stream().sorted().toList();
      } catch (MessagingException e) {
        throw unavailable(e);
      }
    }

    @Override
    public byte[] fetch(long uid) throws MailNotFetchedException, MailboxUnavailableException {
      try {
        Message message = ((UIDFolder) folder).getMessageByUID(uid);
        if (message == null) {
          throw new MailNotFetchedException("It is no longer in the mailbox", null);
        }
        var raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        return raw.toByteArray();
      } catch (FolderClosedException | StoreClosedException e) {
        throw unavailable(e);
      } catch (MessagingException | IOException e) {
        if (!folder.isOpen()) {
          throw unavailable(new MessagingException(e.getMessage(), e));
        }
        throw new MailNotFetchedException(String.valueOf(e.getMessage()), e);
      }
    }

    @Override
    public void markSeen(long uid) throws MailboxUnavailableException {
      try {
        Message message = ((UIDFolder) folder).getMessageByUID(uid);
        if (message != null) {
          message.setFlag(Flags.Flag.SEEN, true);
        }
      } catch (MessagingException e) {
        throw unavailable(e);
      }
    }

    @Override
    public void close() {
      try {
        if (folder.isOpen()) {
          folder.close(false);
        }
      } catch (MessagingException e) {
        hangUp(); // the next visit connects anew
      }
    }
  }
}
