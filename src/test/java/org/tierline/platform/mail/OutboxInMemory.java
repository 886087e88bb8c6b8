package org.tierline.platform.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Keeps what was put in; all of it a moment ago. */
public class OutboxInMemory implements Outbox, SentReplies {

  private final List<OutgoingMail> mails = new ArrayList<>();

  @Override
  public void enqueue(OutgoingMail mail) {
    mails.add(mail);
  }

  @Override
  public Optional<OutgoingMail> find(MailId id) {
    return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  @Override
  public List<OutgoingMail> writtenTo(EmailAddress recipient, Instant since, int most) {
    return IntStream.rangeClosed(1, mails.size())
        .mapToObj(i -> mails.get(mails.size() - i))
        .filter(mail -> mail.to().equals(recipient))
        .limit(most)
        .toList();
  }

  @Override
  public long to(EmailAddress recipient, Instant since) {
    return replies(mail -> mail.to().equals(recipient));
  }

  @Override
  public long toDomain(String domain, Instant since) {
    return replies(mail -> mail.to().domain().equals(domain));
  }

  @Override
  public long toAnybody(Instant since) {
    return replies(mail -> true);
  }

  @Override
  public List<Long> perHour(Instant since) {
    return List.of();
  }

  private long replies(Predicate<OutgoingMail> which) {
    return mails.stream()
        .filter(mail -> mail.autoSubmitted() == AutoSubmitted.AUTO_REPLIED)
        .filter(which)
        .count();
  }

  public List<OutgoingMail> mails() {
    return List.copyOf(mails);
  }
}
