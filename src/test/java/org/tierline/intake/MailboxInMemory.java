package org.tierline.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.tierline.platform.files.Spool;

/** A mailbox that fails when told to. */
class MailboxInMemory implements Mailbox {

  private final String name = "support@" + UUID.randomUUID() + "/INBOX";
  private final Map<Long, byte[]> mails = new TreeMap<>();

  /** When the server received what did not come just now. */
  private final Map<Long, Instant> arrivals = new HashMap<>();

  private final Map<Long, Supplier<Spool>> written = new HashMap<>();
  final Set<Long> seen = new HashSet<>();
  final Set<Long> unfetchable = new HashSet<>();
  final Set<Long> deadly = new HashSet<>();

  /** What the mail library cannot cope with. */
  final Set<Long> baffling = new HashSet<>();

  long uidValidity = 1;
  Optional<Instant> since = Optional.empty();
  boolean unreachable;
  boolean refused;
  boolean breaksBeforeSeen;

  /** What happens elsewhere while a mail is on its way. */
  Runnable duringFetch = () -> {};

  int visits;
  private long lastUid;

  long deliver(String mail) {
    return deliver(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  long deliver(String mail, Instant received) {
    long uid = deliver(mail);
    arrivals.put(uid, received);
    return uid;
  }

  long deliver(byte[] mail) {
    mails.put(++lastUid, mail);
    return lastUid;
  }

  /** A mail that is not in memory before somebody wants it. */
  void deliverWhenFetched(Supplier<Spool> mail) {
    written.put(deliver(new byte[0]), mail);
  }

  void empty() {
    mails.clear();
  }

  /** As after a restore: the same mails under new numbers. */
  void forgetUids() {
    uidValidity++;
    Map<Long, byte[]> content = new TreeMap<>(mails);
    mails.clear();
    lastUid += 1000;
    content.forEach(
        (uid, mail) -> {
          long renumbered = deliver(mail);
          Optional.ofNullable(arrivals.get(uid)).ifPresent(at -> arrivals.put(renumbered, at));
        });
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<Instant> since() {
    return since;
  }

  @Override
  public Visit visit() throws MailboxUnavailableException {
    visits++;
    demand(!unreachable && !refused);
    return new Visit() {
      @Override
      public long uidValidity() {
        return uidValidity;
      }

      @Override
      public List<Long> uidsAbove(long uid) {
        return mails.keySet().stream().filter(candidate -> candidate > uid).toList();
      }

      @Override
      public Map<Long, Instant> arrivals() {
        Map<Long, Instant> all = new HashMap<>();
        mails.keySet().forEach(uid -> all.put(uid, arrivals.getOrDefault(uid, Instant.MAX)));
        return all;
      }

      @Override
      public Spool fetch(long uid) throws MailNotFetchedException, MailboxUnavailableException {
        duringFetch.run();
        demand(!deadly.contains(uid));
        if (baffling.contains(uid)) {
          throw new IndexOutOfBoundsException("Index 7 out of bounds for length 7");
        }
        if (unfetchable.contains(uid)) {
          throw new MailNotFetchedException("NO [SERVERBUG]", null);
        }
        return written.getOrDefault(uid, () -> Spool.of(mails.get(uid))).get();
      }

      @Override
      public void markSeen(long uid) throws MailboxUnavailableException {
        demand(!breaksBeforeSeen);
        seen.add(uid);
      }
    };
  }

  @Override
  public boolean awaitNews() {
    return false;
  }

  @Override
  public void endWait() {}

  @Override
  public void hangUp() {}

  private void demand(boolean fine) throws MailboxUnavailableException {
    if (!fine) {
      throw new MailboxUnavailableException("connection reset", refused, null);
    }
  }
}
