package org.tierline.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.files.Spool;
import org.tierline.ticket.TicketNumber;
import org.tierline.ticket.TicketOpened;

/** A desk with a mailbox and a quarantine, on a real database. */
public final class QuarantineFixture {

  private final IntakeDesk desk = new IntakeDesk(TestDatabase.h2());

  public final Quarantine quarantine = new QuarantineInTransactions();
  public final OverruleVerdict overruleVerdict = desk.overruleVerdict;

  /** A mail comes, and the desk decides about it. */
  public void deliver(String mail) {
    desk.mailbox.deliver(mail);
    desk.poll();
  }

  public List<TicketNumber> opened() {
    return desk.facts.ofType(TicketOpened.class).stream().map(TicketOpened::number).toList();
  }

  public void forgetMails() {
    desk.forgetMails();
  }

  /** The container puts transactions around what the pages ask. */
  private final class QuarantineInTransactions extends Quarantine {

    QuarantineInTransactions() {
      super(StoredMails.in(desk.transactions.entityManager()), desk.clock);
    }

    @Override
    public List<ReceivedMail> waiting(int most) {
      return desk.transactions.inNew(() -> super.waiting(most));
    }

    @Override
    public List<ReceivedMail> setAside(int from, int most) {
      return desk.transactions.inNew(() -> super.setAside(from, most));
    }

    @Override
    public long size() {
      return desk.transactions.inNew(super::size);
    }

    @Override
    public Optional<Spool> original(UUID mail) {
      return desk.transactions.inNew(() -> super.original(mail));
    }

    @Override
    public String rawHeaders(UUID mail) {
      return desk.transactions.inNew(() -> super.rawHeaders(mail));
    }
  }
}
