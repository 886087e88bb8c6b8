package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleReplyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Mon, Nov 23, 2026 at 9:00 AM Support <support@tierline.example> wrote:\n> old",
        "On Mon, Nov 23, 2026 at 9:00 AM Support\n<support@tierline.example> wrote:\n\n> old\n> older",
        "Am 23.11.2026 um 09:00 schrieb Support <support@tierline.example>:\n> alt",
        "Le 23 nov. 2026 à 09:00, Support <s@x.example> a écrit :\n> vieux",
        "El lun, 23 nov 2026 a las 9:00, Support (<s@x.example>) escribió:\n> viejo",
        "Il giorno lun 23 nov 2026 alle ore 09:00 Support ha scritto:\n> vecchio",
        "Op ma 23 nov. 2026 om 09:00 schreef Support <s@x.example>:\n> oud",
        "Em seg., 23 de nov. de 2026 às 09:00, Support <s@x.example> escreveu:\n> velho",
        "Den mån 23 nov. 2026 kl 09:00 skrev Support <s@x.example>:\n> gammal",
        "W dniu 23.11.2026 o 09:00, Support pisze:\n> stare",
        "2026-11-23 9:00 GMT+01:00 Support <support@tierline.example>:\n> old",
        "-----Original Message-----\nFrom: Support\nold",
        "-----Ursprüngliche Nachricht-----\nVon: Support\nalt",
        "________________________________\nFrom: Support <s@x.example>\nSent: Monday\nTo: Carla\nSubject: x\n\nold",
        "Von: Support <s@x.example>\nGesendet: Montag\nAn: Carla\nBetreff: x\n\nalt",
        "> only\n> quotes",
        "-- \nCarla Customer\n+1 234",
        "Sent from my iPhone",
        "Von meinem iPhone gesendet",
        "Get Outlook for Android"
      })
  void keepsOnlyWhatIsNew(String rest) {
    assertThat(VisibleReply.of("It still burns.\nPlease hurry.\n\n" + rest).text())
        .isEqualTo("It still burns.\nPlease hurry.");
  }

  @Test
  void keepsAnswersBetweenTheQuotes() {
    var reply =
        VisibleReply.of(
            "On Monday, 23 Nov, Ana wrote:\n> Which one?\n\nThe red one.\n\n> When?\n\nToday.");

    assertThat(reply.text()).contains("The red one.", "Today.").doesNotContain("Which", "wrote");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Monday I called you about the contract.\nNobody wrote back.",
        "From: the left side it looks fine.\nI have not tried the other.",
        "> quoted only, nothing new",
        "Please look at\n--- section ---\nof the log."
      })
  void leavesAloneWhatOnlyLooksLikeAQuote(String mail) {
    assertThat(VisibleReply.of(mail).text()).isEqualTo(mail);
  }
}
