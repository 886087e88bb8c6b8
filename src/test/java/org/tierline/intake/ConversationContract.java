package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;
import org.tierline.platform.mail.Audience;
import org.tierline.platform.mail.MailId;
import org.tierline.ticket.CustomerWrote;

/** Whose mail joins which ticket, on a real database. */
abstract class ConversationContract extends MailDeskContract {

  ConversationContract(TestDatabase database) {
    super(database);
  }

  @Test
  void anAnswerToOurAcknowledgementJoinsTheTicket() {
    mailbox.deliver(aMail("Printer on fire", "It burns."));
    poll();
    MailId ours = weWrote(onlyTicket(), Audience.CUSTOMER);

    mailbox.deliver(aMail("Re: whatever", "Still burning.\n\nOn Monday, we wrote:\n> hello", ours));
    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.APPENDED);
    assertThat(facts.ofType(CustomerWrote.class)).hasSize(1);
    assertThat(this.<String>inTicket(t -> t.messages().get(1).visibleReply()))
        .isEqualTo("Still burning.");
  }

  @Test
  void theNumberInTheSubjectJoinsOnlyForWhoTakesPart() {
    mailbox.deliver(aMail("Printer on fire", "It burns."));
    poll();
    String subject = "Re: [#" + onlyTicket().number().value() + "] Printer";
    String stranger = "mallory." + UUID.randomUUID() + "@elsewhere.example";

    mailbox.deliver(aMail(subject, "It is me."));
    mailbox.deliver(aMail(subject, "I want to know more.").replace(customer, stranger));
    poll();

    assertThat(states())
        .containsExactly(MailState.TICKET_CREATED, MailState.APPENDED, MailState.TICKET_CREATED);
    assertThat(mails().get(2).reason().orElseThrow()).contains("takes no part");
    assertThat(this.<Integer>inTicket(t -> t.messages().size())).isEqualTo(2);
  }

  @Test
  void aForeignMessageIdDoesNotLetAStrangerIn() {
    String first = aMail("Private", "between us");
    mailbox.deliver(first);
    poll();
    MailId overheard = MailId.parse(first.substring(first.indexOf("Message-ID:"))).orElseThrow();

    mailbox.deliver(
        aMail("Re: Private", "let me in", overheard)
            .replace(customer, "mallory." + UUID.randomUUID() + "@elsewhere.example"));
    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.TICKET_CREATED);
    assertThat(this.<Integer>inTicket(t -> t.messages().size())).isEqualTo(1);
  }

  @Test
  void anAgentWhoAnswersANotificationDoesNotSpeakAsTheCustomer() {
    mailbox.deliver(aMail("Printer on fire", "It burns."));
    poll();
    MailId notification = weWrote(onlyTicket(), Audience.STAFF);

    mailbox.deliver(aMail("Re: is yours now", "What an idiot.", notification));
    poll();

    assertThat(states()).containsExactly(MailState.TICKET_CREATED, MailState.QUARANTINED);
  }
}
