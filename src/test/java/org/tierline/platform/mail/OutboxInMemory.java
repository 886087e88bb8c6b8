package org.tierline.platform.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what was put in. */
public class OutboxInMemory implements Outbox {

  private final List<OutgoingMail> mails = new ArrayList<>();

  @Override
  public void enqueue(OutgoingMail mail) {
    mails.add(mail);
  }

  @Override
  public Optional<OutgoingMail> find(MailId id) {
    return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  public List<OutgoingMail> mails() {
    return List.copyOf(mails);
  }
}
