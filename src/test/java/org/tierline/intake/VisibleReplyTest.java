package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tierline.platform.mail.EmailAddress;

class VisibleReplyTest {

  private static final String WRITTEN = "It still burns.\nPlease hurry, the roof is next.";

  @Nested
  class AnnouncedByALine {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "On Mon, Nov 23, 2026 at 9:00 AM Support <support@tierline.example> wrote:",
          "On Mon, Nov 23, 2026 at 9:00 AM Support\n<support@tierline.example> wrote:",
          "On Mon, 23 Nov 2026, 9:00 am The Support of All the World, <\nsupport@tierline.example> wrote:",
          "On 23/11/26 09:00, Support wrote:",
          "On 23 November 2026 at 09:00, Support wrote:",
          "On Nov 23, 2026, at 9:00 AM, Support <support@tierline.example> wrote:",
          "On Nov 23, 2026, at 9:00 AM, Support <support@tierline.example\n> wrote:",
          "---- On Mon, 23 Nov 2026 09:00:00 +0100 Support <support@tierline.example> wrote ----",
          "Support <support@tierline.example> wrote on 11/23/2026 09:00:00 AM:",
          "Support/Berlin/Tierline wrote on 23.11.2026 09:00:00:",
          "*On Mon, Nov 23, 2026 at 9:00 AM Support* wrote:",
          "Am 23.11.2026 um 09:00 schrieb Support <support@tierline.example>:",
          "Am 23.11.26 um 09:00 schrieb Support:",
          "Am Mo., 23. Nov. 2026 um 09:00 Uhr schrieb Support <\nsupport@tierline.example>:",
          "Support <support@tierline.example> schrieb am Mo., 23. Nov. 2026,\n09:00:",
          "Le 23/11/2026 à 09:00, Support a écrit :",
          "Le lun. 23 nov. 2026 à 09:00, Support <support@tierline.example> a\nécrit :",
          "El lun, 23 nov 2026 a las 9:00, Support (<support@tierline.example>) escribió:",
          "Il giorno lun 23 nov 2026 alle ore 09:00 Support <\nsupport@tierline.example> ha scritto:",
          "Il 23/11/2026 09:00, Support ha scritto:",
          "Em seg., 23 de nov. de 2026 às 09:00, Support <support@tierline.example>\nescreveu:",
          "Op ma 23 nov 2026 om 09:00 schreef Support <support@tierline.example>:",
          "Op 23-11-2026 om 09:00 schreef Support:",
          "Op 23 nov. 2026, om 09:00 heeft Support <support@tierline.example> het volgende geschreven:",
          "Den mån 23 nov. 2026 kl 09:00 skrev Support <support@tierline.example>:",
          "Den 2026-11-23 kl. 09:00, skrev Support:",
          "Den man. 23. nov. 2026 kl. 09.00 skrev Support <support@tierline.example>:",
          "man. 23. nov. 2026 kl. 09:00 skrev Support <support@tierline.example>:",
          "ma 23. marrask. 2026 klo 9.00 Support (support@tierline.example) kirjoitti:",
          "pon., 23 lis 2026 o 09:00 Support <support@tierline.example> napisał(a):",
          "W dniu 23.11.2026 o 09:00, Support pisze:",
          "po 23. 11. 2026 v 9:00 odesílatel Support <support@tierline.example> napsal:",
          "Dne 23.11.2026 v 9:00 Support napsal(a):",
          "po 23. 11. 2026 o 9:00 Support <support@tierline.example> napísal(a):",
          "Support <support@tierline.example> ezt írta (időpont: 2026. nov. 23., H, 9:00):",
          "În lun., 23 nov. 2026 la 09:00, Support <support@tierline.example> a scris:",
          "Στις Δευ 23 Νοε 2026 στις 9:00 π.μ., ο χρήστης Support <support@tierline.example> έγραψε:",
          "пн, 23 нояб. 2026 г. в 09:00, Support <support@tierline.example>:",
          "23.11.2026 09:00, Support пишет:",
          "23 ноября 2026 г., в 9:00, Support <support@tierline.example> написал(а):",
          "Понедельник, 23 ноября 2026, 9:00 +03:00 от Support <support@tierline.example>:",
          "пн, 23 лист. 2026 р. о 09:00 Support <support@tierline.example> пише:",
          "Support <support@tierline.example>, 23 Kas 2026 Pzt, 09:00 tarihinde şunu yazdı:",
          "Vào Th 2, 23 thg 11, 2026 vào lúc 09:00 Support <support@tierline.example>\nđã viết:",
          "Pada Sen, 23 Nov 2026 pukul 09.00 Support <support@tierline.example> menulis:",
          "Support <support@tierline.example> 于2026年11月23日周一 09:00写道：",
          "Support <support@tierline.example> 於 2026年11月23日 週一 上午9:00寫道：",
          "2026年11月23日(月) 9:00 Support <support@tierline.example>:",
          "2026年11月23日 9:00、Support <support@tierline.example>のメール:",
          "2026년 11월 23일 (월) 오전 9:00, Support <support@tierline.example>님이 작성:",
          "\u202Bבתאריך יום ב׳, 23 בנוב׳ 2026 ב-9:00 מאת \u202ASupport\u202C\u200F <\u202Asupport@tierline.example\u202C\u200F>:\u202C",
          "2026-11-23 9:00 GMT+01:00 Support <support@tierline.example>:",
          "9:00 AM, November 23, 2026, \"Support\" <support@tierline.example>:",
        })
    void isCutWithOrWithoutMarks(String attribution) {
      assertThat(VisibleReply.of(WRITTEN + "\n\n" + attribution + "\n\n> old\n> older").text())
          .isEqualTo(WRITTEN);
      assertThat(VisibleReply.of(WRITTEN + "\n\n" + attribution + "\n\nold\n\nolder.").text())
          .isEqualTo(WRITTEN);
      assertThat(VisibleReply.of(WRITTEN + "\n" + attribution + "\n>old").text())
          .isEqualTo(WRITTEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"On Monday Ana wrote:", "Ana wrote:", "Ana schrieb:", "Ana a écrit :"})
    void needsNoDateAboveMarkedLines(String attribution) {
      assertThat(VisibleReply.of(WRITTEN + "\n" + attribution + "\n> old").text())
          .isEqualTo(WRITTEN);
    }
  }

  @Nested
  class AnnouncedByATitleOrTable {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "-----Original Message-----",
          "----- Original Message -----",
          "-------- Original message --------",
          "-----Ursprüngliche Nachricht-----",
          "-------- Ursprüngliche Nachricht --------",
          "-----Message d'origine-----",
          "-------- Message original --------",
          "-----Mensaje original-----",
          "-----Messaggio originale-----",
          "-----Mensagem original-----",
          "-----Oorspronkelijk bericht-----",
          "-----Ursprungligt meddelande-----",
          "-----Oprindelig meddelelse-----",
          "-----Opprinnelig melding-----",
          "-----Alkuperäinen viesti-----",
          "-----Wiadomość oryginalna-----",
          "-----Původní zpráva-----",
          "-----Исходное сообщение-----",
          "-----原始邮件-----",
          "------------------ 原始邮件 ------------------",
          "-----元のメッセージ-----",
          "-----원본 메시지-----",
          "-----Orijinal İleti-----",
          "##- Please type your reply above this line -##"
        })
    void everythingBelowATitleIsCut(String title) {
      assertThat(VisibleReply.of(WRITTEN + "\n\n" + title + "\nDear Carla,\nold").text())
          .isEqualTo(WRITTEN);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "From|Sent|To|Subject",
          "From|Date|To|Subject",
          "*From|*Sent|*To|*Subject",
          "Von|Gesendet|An|Betreff",
          "De |Envoyé |À |Objet ",
          "De|Enviado el|Para|Asunto",
          "Da|Inviato|A|Oggetto",
          "De|Enviada em|Para|Assunto",
          "Van|Verzonden|Aan|Onderwerp",
          "Från|Skickat|Till|Ämne",
          "Fra|Sendt|Til|Emne",
          "Lähettäjä|Lähetetty|Vastaanottaja|Aihe",
          "Od|Wysłano|Do|Temat",
          "Od|Odesláno|Komu|Předmět",
          "Feladó|Elküldve|Címzett|Tárgy",
          "De la|Trimis|Către|Subiect",
          "Από|Στάλθηκε|Προς|Θέμα",
          "От|Отправлено|Кому|Тема",
          "Від|Надіслано|Кому|Тема",
          "Kimden|Gönderildi|Kime|Konu",
          "Từ|Đã gửi|Đến|Chủ đề",
          "发件人|发送时间|收件人|主题",
          "寄件者|寄件日期|收件者|主旨",
          "差出人|送信日時|宛先|件名",
          "보낸 사람|보낸 날짜|받는 사람|제목"
        })
    void everythingBelowATableOfHeadersIsCut(String names) {
      String[] name = names.split("\\|", -1);
      String table =
          "%s: Support <support@tierline.example>\n%s: 23.11.2026 09:00\n%s: Carla\n%s: Fire\n"
              .formatted((Object[]) name);

      assertThat(VisibleReply.of(WRITTEN + "\n\n" + table + "\nold").text()).isEqualTo(WRITTEN);
      assertThat(VisibleReply.of(WRITTEN + "\n\n" + "_".repeat(32) + "\n" + table + "\nold").text())
          .isEqualTo(WRITTEN);
    }

    @Test
    void aTableInAnUnknownLanguageIsKnownByTheLineAboveAndTheAddressInIt() {
      assertThat(
              VisibleReply.of(
                      WRITTEN
                          + "\n\n________________________________\nOddel: Support <s@x.example>\n"
                          + "Zaslet: 23.11.2026\nTemo: Fajro\n\nold")
                  .text())
          .isEqualTo(WRITTEN);
    }

    @Test
    void aTableMayListManyReaders() {
      assertThat(
              VisibleReply.of(
                      WRITTEN
                          + "\n\nFrom: Support <support@tierline.example>\nTo: Carla <c@x.example>,\n"
                          + "  Tom <t@x.example>,\n  Eva <e@x.example>\nSent: Monday\nSubject: Fire\n\nold")
                  .text())
          .isEqualTo(WRITTEN);
    }
  }

  @Nested
  class Marked {

    @Test
    void threeMarkedLinesAreAQuoteWithoutAnyAnnouncement() {
      assertThat(VisibleReply.of(WRITTEN + "\n\n> one\n> two\n>\n> three").text())
          .isEqualTo(WRITTEN);
    }

    @Test
    void anAnswerBelowItsQuoteStandsAlone() {
      assertThat(
              VisibleReply.of("On Monday, 23 Nov, Ana wrote:\n> Which one?\n\n" + WRITTEN).text())
          .isEqualTo(WRITTEN);
    }

    @Test
    void answersBetweenTheLinesKeepTheirQuestions() {
      String mail =
          "On Monday, 23 Nov, Ana wrote:\n> Which one?\n\nThe red one.\n\n> When?\n\nToday.";

      assertThat(VisibleReply.of(mail + "\n\n> the rest\n> of it").text()).isEqualTo(mail);
    }

    @Test
    void wordsAroundTheQuoteJoin() {
      assertThat(
              VisibleReply.of("Above.\n\nOn 23.11.2026 09:00, Ana wrote:\n\n>\n> old\n\nBelow.")
                  .text())
          .isEqualTo("Above.\n\nBelow.");
    }

    @Test
    void aLineTornOffAQuoteIsNoAnswer() {
      String torn =
          "\n\nOn 23.11.2026 09:00, Ana wrote:\n> See (https://tierline.example/a/very\nlong/address)"
              + "\n> and the manual that every customer received together with the\nmachine"
              + "\n> itself.";

      assertThat(VisibleReply.of(WRITTEN + torn).text()).isEqualTo(WRITTEN);
    }
  }

  @Nested
  class Signed {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "-- \nCarla Customer\nHead of something that takes a whole sentence to say.\n+1 234",
          "--\nCarla Customer\n+1 234 567 890",
          "__\nCarla Customer",
          "—\nCarla Customer",
          "--------------------\nCarla Customer\ncarla@customer.example",
          "_______________________________________________\nusers mailing list\nhttps://lists.example/users",
          "Sent from my iPhone",
          "Sent from my Galaxy S25",
          "Get Outlook for Android<https://aka.ms/x>",
          "Sent from Outlook for iOS",
          "Sent from Mail for Windows",
          "Von meinem iPhone gesendet",
          "Gesendet mit der mobilen Mail App",
          "Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.",
          "Envoyé de mon iPhone",
          "Télécharger Outlook pour iOS",
          "Enviado desde mi iPhone",
          "Inviato da iPhone",
          "Inviato dal mio telefono",
          "Enviado do meu iPhone",
          "Verstuurd vanaf mijn iPhone",
          "Verzonden vanaf Outlook voor Android",
          "Skickat från min iPhone",
          "Sendt fra min iPhone",
          "Lähetetty iPhonesta",
          "Wysłane z iPhone'a",
          "Odesláno z iPhonu",
          "Отправлено с iPhone",
          "Надіслано з iPhone",
          "iPhone'umdan gönderildi",
          "Đã gửi từ iPhone của tôi",
          "发自我的iPhone",
          "iPhoneから送信",
          "나의 iPhone에서 보냄",
          "Kind regards,\nCarla Customer",
          "Thanks!\nCarla",
          "Many thanks\n\nBest regards\n\nCarla Customer\nPurchasing | Customer Ltd.\nTel. +44 20 7946 0000",
          "Mit freundlichen Grüßen\n\nCarla Customer",
          "Viele Grüße\nCarla",
          "Cordialement,\nCarla Customer",
          "Saludos,\nCarla",
          "Cordiali saluti\nCarla Customer",
          "Atenciosamente,\nCarla",
          "Met vriendelijke groet,\nCarla Customer",
          "Med vänlig hälsning\nCarla Customer",
          "Med venlig hilsen\nCarla Customer",
          "Ystävällisin terveisin\nCarla Customer",
          "Pozdrawiam,\nCarla",
          "S pozdravem\nCarla",
          "С уважением,\nКарла Иванова",
          "З повагою,\nКарла",
          "Saygılarımla\nCarla",
          "Trân trọng,\nCarla",
          "此致\n敬礼\n李小龙",
          "よろしくお願いいたします。\n田中",
          "감사합니다\n홍길동",
          "Kind regards,\nCarla\n\nThis e-mail may contain confidential information. If you are not the\nintended recipient, delete it.",
          "-Carla\n\nSent from my HTC phone",
          "Beste Grüße\n\n-- \nCarla Customer"
        })
    void isSplitFromTheWords(String signature) {
      VisibleReply reply = VisibleReply.of(WRITTEN + "\n\n" + signature);

      assertThat(reply.text()).isEqualTo(WRITTEN);
      assertThat(reply.signature()).isEqualTo(signature);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Carla", "carla", "Carla Customer", "Customer, Carla", "- Carla"})
    void theSendersOwnNameIsASignature(String name) {
      Letterhead head =
          Letterhead.of(
              "Fire",
              Optional.of("Carla Customer"),
              Optional.of(new EmailAddress("c.customer@customer.example")));

      assertThat(VisibleReply.of(WRITTEN + "\n\n" + name, head).signature()).isEqualTo(name);
    }

    @Test
    void quoteAndSignatureGoTogether() {
      VisibleReply reply =
          VisibleReply.of(
              WRITTEN
                  + "\n\nThanks,\nCarla\n\nGet Outlook for iOS\n________________________________\n"
                  + "From: Support <s@x.example>\nSent: Monday\nTo: Carla\nSubject: Fire\n\nold");

      assertThat(reply.text()).isEqualTo(WRITTEN);
      assertThat(reply.signature()).isEqualTo("Thanks,\nCarla\n\nGet Outlook for iOS");
    }
  }

  @Nested
  class StaysWhole {

    static Stream<String> mails() {
      return Stream.of(
          "On Monday I called you about the contract.\nNobody wrote back.",
          "On 5 May 2026 at 10:00 I wrote:\nplease cancel.\nNothing happened.",
          "On the whole it works.\nOn average it is slow.",
          "From: the left side it looks fine.\nI have not tried the other.",
          "We travel\nFrom: Berlin\nTo: Hamburg\nDate: 23 November\n\nIs that possible?",
          "The form says\nFrom: Bob <bob@x.example>\nSubject: Fire\nMessage: it burns",
          "Come to the interview:\n\nDate: Monday\nTime: 9:00\nAddress: Fox Street 1",
          "New message:\n=====================\nName: Rémi\nE-mail: r@x.example\nFirma: KG\nOrt: Ulm",
          "> quoted only, nothing new",
          "Please look at\n--- section ---\nof the log.",
          "--- Enter your words below ---\n\nIt works.",
          "The log says\n> error 5\nand nothing else.",
          "Now only\n>>> today <<<\nat half price",
          "Name   Price\n-------------\nSoap   2\nSalt   1",
          "Sent from my desk, which is easier than from the telephone you gave me.\nIt burns.",
          "It burns.\nThanks!\nPlease call me as soon as you can, my number has changed since.",
          "It burns.\nThanks for looking into it",
          "Thanks",
          "Why is\n--\nin the log, and how do I make it stop? It is there every day, every hour.",
          "--\nCarla",
          "I told you:\nwrote: is a bad name for a column.");
    }

    @ParameterizedTest
    @MethodSource("mails")
    void whatOnlyLooksLikeAQuoteOrSignature(String mail) {
      assertThat(VisibleReply.of(mail).text()).isEqualTo(mail);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "---------- Forwarded message ---------\nFrom: Bob <bob@x.example>\nDate: Mon\nSubject: x\nTo: Carla\n\nOld words",
          "Begin forwarded message:\n\nFrom: Bob <bob@x.example>\nSubject: x\nDate: Mon\nTo: Carla\n\nOld words",
          "-------- Weitergeleitete Nachricht --------\nBetreff: x\nDatum: Mo\nVon: Bob <bob@x.example>\n\nAlte Worte",
          "---------- Message transféré ---------\nDe : Bob <bob@x.example>\nDate: lun\n\nvieux"
        })
    void aForwardedMail(String forwarded) {
      assertThat(VisibleReply.of("Please see below.\n\n" + forwarded).text())
          .isEqualTo("Please see below.\n\n" + forwarded);
    }

    @Test
    void aMailForwardedByItsSubject() {
      String mail =
          "Please see below.\n\nFrom: Bob <bob@x.example>\nSent: Monday\nTo: Carla\nSubject: x\n\nOld words";

      assertThat(
              VisibleReply.of(mail, Letterhead.of("FW: x", Optional.empty(), Optional.empty()))
                  .text())
          .isEqualTo(mail);
    }
  }
}
