package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How mail programs of many makers, in many languages, announce the mail they quote. */
class QuotesOfManyProgramsTest {

  private static final String WRITTEN =
      "Der Drucker geht noch immer nicht.\nPlease hurry, the roof is next.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Quoting Ana Klein <ana@tierline.example>:",
        "Zitat von Ana Klein <ana@tierline.example>:",
        "Ana Klein <ana@tierline.example> a écrit le lun. 23 nov. 2026 à 09:00 :",
        "Missatge de Ana Klein <ana@tierline.example> del dia dl., 23 de nov. 2026 a les 9:00:",
        "Wiadomość napisana przez Ana Klein <ana@tierline.example> w dniu 23 lis 2026, o godz. 09:00:",
        "---- 回复的原邮件 ----\n| 发件人 | Ana Klein<ana@tierline.example> |\n| 日期 | 2026年11月23日 09:00 |\n| 收件人 | carla@customer.example |\n| 主题 | 打印机 |",
        "發件人：Ana Klein <ana@tierline.example>\n發送時間：2026年11月23日 9:00\n收件人：carla@customer.example\n主題：RE: 打印機",
        "ב-23 בנוב׳ 2026, בשעה 9:00, ‏Ana Klein <ana@tierline.example> כתב/ה:",
        "في ٢٣ نوفمبر ٢٠٢٦، في ٩:٠٠ ص، كتب/كتبت Ana Klein <ana@tierline.example>:",
        "Ana Klein ---23.11.2026 09:00:12---Dear Carla, which printer do you have?\n\nFrom: Ana Klein/Berlin/Tierline\nTo: carla@customer.example\nDate: 23.11.2026 09:00\nSubject: Re: Printer",
        "Dana 23. 11. 2026. u 9:00 Ana Klein <ana@tierline.example> je napisao/la:",
        "pon, 23. stu 2026. u 09:00 Ana Klein <ana@tierline.example> napisao je:",
        "----- Mail original -----\nDe: \"Ana Klein\" <ana@tierline.example>\nÀ: carla@customer.example\nEnvoyé: Lundi 23 Novembre 2026 09:00:12\nObjet: Imprimante",
        "-------- Vorige bericht --------\nVan: Ana Klein <ana@tierline.example>\nDatum: 23-11-2026 09:00 (GMT+01:00)\nAan: carla@customer.example",
        "* Ana Klein <ana@tierline.example> [2026-11-23 09:00]:",
        "Ana Klein <ana@tierline.example> [2026-11-23 09:00:12 +0100]:",
        "On Monday, November 23, 2026 at 09:00:12 AM GMT+1, Ana Klein <ana@tierline.example> wrote:",
        "On 23. Nov 2026, at 09:00, Ana Klein <ana@tierline.example> wrote:",
        "On November 23, 2026 9:00:12 AM GMT+01:00, Ana Klein <ana@tierline.example> wrote:",
        "Ana Klein <ana@tierline.example> wrote on Mon, 23 Nov 2026 at 09:00:",
        "Am Montag, 23. November 2026, 09:00:12 MEZ hat Ana Klein <ana@tierline.example> Folgendes geschrieben:",
        "Gesendet: Montag, den 23.11.2026 um 09:00 Uhr\nVon: Ana Klein <ana@tierline.example>\nAn: carla@customer.example\nBetreff: Drucker",
        "Montag, 23. November 2026, 09:00 +0100 von ana@tierline.example <ana@tierline.example>:",
        "Le 23 novembre 2026 09:00:12 GMT+01:00, Ana Klein <ana@tierline.example> a écrit :",
        "El 23 nov 2026, a las 9:00, Ana Klein <ana@tierline.example> escribió:",
        "El lun., 23 de noviembre de 2026 9:00 a. m., Ana Klein <ana@tierline.example> escribió:",
        "Ana Klein <ana@tierline.example> escribió (lun, 23 nov 2026 a las 9:00):",
        "Il giorno 23 nov 2026, alle ore 09:00, Ana Klein <ana@tierline.example> ha scritto:",
        "----Messaggio originale----\nDa: ana@tierline.example\nData: 23/11/2026 9.00\nA: <carla@customer.example>\nOgg: R: Stampante",
        "Em segunda-feira, 23 de novembro de 2026 às 09:00:12 BRT, Ana Klein <ana@tierline.example> escreveu:",
        "A segunda, 23 de nov de 2026, 09:00, Ana Klein <ana@tierline.example> escreveu:",
        "Op maandag 23 november 2026 om 09:00:12 CET schreef Ana Klein <ana@tierline.example>:",
        "Ana Klein schreef op 23-11-2026 09:00:",
        "Dnia 23 listopada 2026 09:00 Ana Klein <ana@tierline.example> napisał(a):",
        "---------- Původní e-mail ----------\nOd: Ana Klein <ana@tierline.example>\nKomu: carla@customer.example\nDatum: 23. 11. 2026 9:00:12\nPředmět: Tiskárna",
        "From: Ana Klein <ana@tierline.example>\nSent: Monday, November 23, 2026 9:00 AM\nTo: carla@customer.example\nCc: tom@customer.example\nSubject: RE: Printer\nImportance: High",
        "Den måndag 23 november 2026 09:00:12 CET skrev Ana Klein <ana@tierline.example>:",
        "Den 23. nov. 2026 kl. 09.00 skrev Ana Klein <ana@tierline.example>:",
        "Lähettäjä: Ana Klein <ana@tierline.example>\nLähetetty: maanantai 23. marraskuuta 2026 9.00\nVastaanottaja: carla@customer.example\nAihe: VS: Tulostin",
        "Понедельник, 23 ноября 2026, 9:00 +03:00 от Ana Klein <ana@tierline.example>:",
        "От: Ana Klein <ana@tierline.example>\nДата: понедельник, 23 ноября 2026 г., 9:00\nКому: carla@customer.example\nТема: Re: Принтер",
        "23 Kas 2026 Pzt 09:00 tarihinde Ana Klein <ana@tierline.example> şunu yazdı:",
        "Kimden: Ana Klein <ana@tierline.example>\nTarih: 23 Kasım 2026 Pazartesi 09:00\nKime: carla@customer.example\nKonu: Ynt: Yazıcı",
        "2026/11/23 9:00、Ana Kleinさん <ana@tierline.example>のメール:",
        "在 2026年11月23日，上午9:00，Ana Klein <ana@tierline.example> 写道：",
        "------------------ 原始邮件 ------------------\n发件人: \"Ana Klein\" <ana@tierline.example>;\n发送时间: 2026年11月23日(星期一) 上午9:00\n收件人: \"carla\"<carla@customer.example>;\n主题: Re: 打印机",
        "2026년 11월 23일 (월) 오전 9:00, Ana Klein <ana@tierline.example>님이 작성:",
        "Ana Klein <ana@tierline.example> ezt írta (időpont: 2026. nov. 23., Hét 9:00):",
        "În lun., 23 nov. 2026, 09:00 Ana Klein <ana@tierline.example> a scris:",
        "De la: Ana Klein <ana@tierline.example>\nTrimis: luni, 23 noiembrie 2026 09:00\nCătre: carla@customer.example\nSubiect: RE: Imprimanta",
        "Από: Ana Klein <ana@tierline.example>\nΗμερομηνία: Δευτέρα, 23 Νοεμβρίου 2026, 9:00 π.μ.\nΠρος: carla@customer.example\nΘέμα: Απ: Εκτυπωτής",
        "في الاثنين، 23 نوفمبر 2026 في 9:00 ص تمت كتابة ما يلي بواسطة Ana Klein <ana@tierline.example>:",
        "*From:* Ana Klein <ana@tierline.example>\n*Sent:* 23 November 2026 09:00\n*To:* carla@customer.example\n*Subject:* RE: Printer",
        "From: Ana Klein <ana@tierline.example> on behalf of Tierline\nDate: Monday, 23 November 2026 at 09:00\nTo: carla@customer.example <carla@customer.example>\nSubject: Re: Printer",
        "Ana Klein <ana@tierline.example> skrev den mån 23 nov. 2026 kl 09:00:",
        "Ana Klein <ana@tierline.example> schrieb am Mo., 23. Nov. 2026, 09:00:",
        "На пн, 23.11.2026 г. в 9:00 Ana Klein <ana@tierline.example> написа:",
        "-----Ursprüngliche Nachricht-----\nVon: Ana Klein\nGesendet: Montag, 23. November 2026 09:00\nAn: Carla Kunde\nBetreff: AW: Drucker",
        "----- Mensaje original -----\nDe: \"Ana Klein\" <ana@tierline.example>\nPara: carla@customer.example\nEnviados: Lunes, 23 de Noviembre 2026 9:00:12\nAsunto: Impresora",
        "-------- Původní zpráva --------\nOd: Ana Klein <ana@tierline.example>\nDatum: 23.11.26 9:00 (GMT+01:00)\nKomu: carla@customer.example\nPředmět: Re: Tiskárna",
        "-------- Исходное сообщение --------\nОт: Ana Klein <ana@tierline.example>\nДата: 23.11.2026 9:00 (GMT+03:00)\nКому: carla@customer.example\nТема: Re: Принтер",
        "Op 23-11-2026 09:00 heeft Ana Klein <ana@tierline.example> geschreven:",
        "23 nov 2026 kello 9.00 Ana Klein <ana@tierline.example> kirjoitti:",
        "In article <abc@tierline.example>, Ana Klein wrote:"
      })
  void areCutWithOrWithoutMarks(String opening) {
    assertThat(VisibleReply.of(WRITTEN + "\n\n" + opening + "\n\n> old\n> older").text())
        .isEqualTo(WRITTEN);
    assertThat(VisibleReply.of(WRITTEN + "\n\n" + opening + "\n\nDear Carla,\n\nold.").text())
        .isEqualTo(WRITTEN);
  }

  @Test
  void aLineOfTheTableThatNobodyKnowsDoesNotHideIt() {
    String table =
        "From: Ana Klein\nX-Ticket: 4711\nDate: Monday, 23 November 2026\nTo: Carla\nSubject: Fire";

    assertThat(VisibleReply.of(WRITTEN + "\n\n" + table + "\n\nold").text()).isEqualTo(WRITTEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello,\n\nas I said in my reply above the printer is dead.\n\nPlease send somebody.",
        "Hello,\nyou told me to write \"reply above this line\", and I did.\nNothing happened.",
        "Which ones do you have?\n- Original\n- Copy\n- Refill\n\nI need two of each.",
        "It fails here:\n--- Original config ---\na = 1\n--- New config ---\nb = 2\nWhich is right?",
        "Three questions:\n\nFrom: which date?\nTo: which date?\nSubject: what is covered?",
        "The web form said\nFrom: Bob\nPhone: 123\nEmail: b@x.example\nSubject: Fire\nMessage: burns",
        "Quoting section 5 of your terms:\nthe customer may cancel at any time.\nI cancel.",
        "I got this at 2026-11-23 09:00:\nERROR 5 in line 7\nand then it stopped.",
        "Le contrat, je l'ai écrit le 23 novembre 2026 à 9:00 :\nil n'est jamais arrivé.",
        "Am 23.11.2026 um 09:00 habe ich geschrieben:\nBitte kündigen Sie.\n\nKeine Antwort."
      })
  void whatACustomerSaysHimselfStays(String mail) {
    assertThat(VisibleReply.of(mail).text()).isEqualTo(mail);
  }
}
