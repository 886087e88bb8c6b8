package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tierline.platform.mail.EmailAddress;

class MailboxesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Doe, Jane <jane@x.example>                       | Doe, Jane      | jane@x.example",
        "\"Jane\" =?utf-8?q?D=C3=B6?= <jane@x.example>    | Jane Dö        | jane@x.example",
        "jane@x.example (Jane (at home))                  | Jane (at home) | jane@x.example",
        "Jane <jane(my account)@x(my host).example>       | Jane           | jane@x.example",
        "Jane <@relay.example:jane@x.example>             | Jane           | jane@x.example",
        "\"ceo@tierline.example\" <jane@x.example>        | ceo@tierline.example | jane@x.example",
        "Jane \\\"J\\\" <mailto:jane@x.example>           | Jane \"J\"     | jane@x.example",
        "Jane Doe jane@x.example                          | Jane Doe       | jane@x.example",
        "Jane [jane@x.example]                            | Jane           | jane@x.example",
        "Jane <jane@x.example                             | Jane           | jane@x.example",
        "Jane <jane@x.example.>                           | Jane           | jane@x.example",
        "=?utf-8?Q?D=C3=B6e=2C_Jane_=3Cj=40x.example=3E?= | Döe, Jane      | j@x.example",
        "MAILER-DAEMON (Mail System)                      | Mail System    | mailer-daemon",
      })
  void readsWhoIsMeant(String header, String name, String email) {
    assertThat(Mailboxes.people(header)).containsExactly(new MailPerson(name, email));
  }

  @Test
  void knowsTheMembersOfAGroupButNotItsName() {
    assertThat(
            Mailboxes.people("Us: Jane <jane@x.example>, bob@x.example;, Undisclosed recipients:;"))
        .containsExactly(
            new MailPerson("Jane", "jane@x.example"), new MailPerson("", "bob@x.example"));
  }

  @Test
  void aMissingCommaDoesNotMixTwoPeople() {
    assertThat(Mailboxes.people("Jane <jane@x.example> Bob B. <bob@x.example>"))
        .containsExactly(
            new MailPerson("Jane", "jane@x.example"), new MailPerson("Bob B.", "bob@x.example"));
  }

  @Test
  void whatNoAddressMayHoldIsLeftOut() {
    assertThat(Mailboxes.first("me@exampl'e.com").orElseThrow().address())
        .isEqualTo(new EmailAddress("me@example.com"));
  }

  @Test
  void marksThatNeverCloseCostNoTime() {
    String open = "(<\"".repeat(80_000);

    assertThat(Mailboxes.people(open + " jane@x.example")).hasSizeLessThanOrEqualTo(1);
  }
}
