package org.tierline.intake;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever comes, it is read or refused. */
class MailReaderPropertyTest {

  @Property(tries = 500)
  void arbitraryBytesAreReadOrRefused(@ForAll byte[] bytes) {
    readOrRefuse(bytes);
  }

  @Property(tries = 300)
  void damagedMailsAreReadOrRefused(@ForAll long seed) {
    var random = new Random(seed);

    readOrRefuse(new MailMutation(random).mutate(new ArbitraryMails(random).next()));
  }

  @Property(tries = 300)
  void arbitraryHeadersNameSomebodyOrNobody(@ForAll String header) {
    Mailboxes.people(header);
    MailDate.readable(header);
  }

  private static void readOrRefuse(byte[] mail) {
    try {
      ContentKey.of(MailReader.read(mail));
    } catch (UnreadableMailException e) {
      // a clear refusal; the mail waits in quarantine
    }
  }
}
