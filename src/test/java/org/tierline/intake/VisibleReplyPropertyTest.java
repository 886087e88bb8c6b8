package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text, however quotes, signatures and words follow each other in it. */
class VisibleReplyPropertyTest {

  private static final List<String> PIECES =
      List.of(
          "",
          " ",
          "It still burns.",
          "Please hurry, the roof is next.",
          "The first is red, the second blue (as the sea",
          "green)",
          "> old",
          "> > older",
          ">",
          "> a line long enough that some mail program on its way may have broken it in",
          ">>> sale <<<",
          "On Mon, 23 Nov 2026 at 09:00, Ana <ana@tierline.example> wrote:",
          "On Mon, 23 Nov 2026 at 09:00, Ana <",
          "ana@tierline.example> wrote:",
          "Ana wrote:",
          "Am 23.11.2026 um 09:00 schrieb Ana:",
          "-----Original Message-----",
          "---------- Forwarded message ---------",
          "________________________________",
          "From: Ana <ana@tierline.example>",
          "Sent: Monday",
          "To: Carla",
          "Subject: Fire",
          "-- ",
          "--",
          "—",
          "Carla",
          "-Carla",
          "Carla Customer",
          "Tel. +44 20 7946 0000",
          "https://customer.example",
          "Thanks!",
          "Kind regards,",
          "Sent from my iPhone",
          "This e-mail is confidential and meant for the intended recipient.");

  @Provide
  Arbitrary<String> mails() {
    return Arbitraries.of(PIECES).list().ofMaxSize(25).map(lines -> String.join("\n", lines));
  }

  @Provide
  Arbitrary<String> plainMails() {
    return Arbitraries.of("It still burns.", "Please hurry, the roof is next.", "Why?", "", "10:30")
        .list()
        .ofMaxSize(25)
        .map(lines -> String.join("\n", lines));
  }

  @Property
  void visibleAreOnlyLinesOfTheMailInTheirOrder(@ForAll("mails") String mail) {
    assertThat(isSubsequence(VisibleReply.of(mail).text(), mail)).as(mail).isTrue();
  }

  @Property
  void nothingIsBothWordsAndSignature(@ForAll("mails") String mail) {
    VisibleReply reply = VisibleReply.of(mail);

    assertThat(isSubsequence(reply.text() + "\n" + reply.signature(), mail)).as(mail).isTrue();
  }

  @Property
  void somethingAlwaysRemains(@ForAll("mails") String mail) {
    assertThat(VisibleReply.of(mail).text().isBlank()).isEqualTo(mail.isBlank());
  }

  @Property
  void whatWasCutOnceIsNotCutAgain(@ForAll("mails") String mail) {
    String reply = VisibleReply.of(mail).text();

    assertThat(VisibleReply.of(reply).text()).as(mail).isEqualTo(reply);
  }

  @Property
  void aMailWithoutAnyMarkStaysWhole(@ForAll("plainMails") String mail) {
    assertThat(VisibleReply.of(mail)).isEqualTo(new VisibleReply(mail.strip(), ""));
  }

  @Property
  void anyTextHasAReply(@ForAll String mail) {
    assertThat(isSubsequence(VisibleReply.of(mail).text(), mail)).isTrue();
  }

  /** Twice the work for every line, or every character of a line, would never come to an end. */
  @Example
  void theLongestMailsAreRead() {
    int many = 100_000;
    int some = 20_000;
    String line = "x".repeat(60_000);
    List<String> mails =
        List.of(
            "> old\n".repeat(many),
            "a\n> b\n".repeat(many),
            ">".repeat(many),
            "On ".repeat(many),
            "On 23 Nov 2026 a\n".repeat(many),
            "23.11.2026 10:00 <a@b.example>\n".repeat(many),
            "a@b.example\n".repeat(many),
            "@".repeat(many),
            "_".repeat(many),
            "_______\n\n".repeat(many),
            "From: a\nSent: b,\n".repeat(many),
            "From: a@b.example,\n".repeat(some),
            "-- \nCarla\n".repeat(some),
            "Thanks!\nCarla\n\n".repeat(some),
            "Hello\n" + "Thanks!\nCarla\n".repeat(some),
            "Hello\n" + "--\n".repeat(some),
            "Hello" + "\n".repeat(many) + "Carla",
            " ".repeat(many) + ">",
            line + " wrote:",
            "On 23 Nov 2026 10:00 " + line + " wrote:\n> old",
            "(".repeat(many) + "\n> x\n" + "<".repeat(many));

    assertThat(mails).allSatisfy(mail -> assertThat(VisibleReply.of(mail).text()).isNotEmpty());
  }

  private static boolean isSubsequence(String part, String whole) {
    Iterator<String> lines =
        whole.lines().map(String::strip).collect(Collectors.toList()).iterator();
    for (String line : part.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      boolean found = false;
      while (!found && lines.hasNext()) {
        found = lines.next().equals(line);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }
}
