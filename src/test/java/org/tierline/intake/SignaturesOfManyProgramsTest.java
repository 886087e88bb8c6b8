package org.tierline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How people of many languages say goodbye, and how their telephones advertise themselves. */
class SignaturesOfManyProgramsTest {

  private static final String WRITTEN =
      "Der Drucker geht noch immer nicht.\nPlease hurry, the roof is next.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sent from my Android device with K-9 Mail. Please excuse my brevity.",
        "Sent from my Pixel 9, please excuse typos.",
        "Sent from my iPhone, sorry for typos",
        "Apologies for typos, sent from my mobile",
        "Sent via the Samsung Galaxy S21, an AT&T 5G smartphone",
        "Get BlueMail for Android",
        "Vom iPhone gesendet",
        "Outlook für iOS beziehen",
        "Provenance : Courrier pour Windows",
        "Obtenga Outlook para Android",
        "Pobierz aplikację Outlook dla systemu Android",
        "Získejte Outlook pro iOS",
        "Stáhnout Outlook pro Android",
        "Скачать Outlook для iOS",
        "Получить Outlook для Android",
        "Отримати Outlook для iOS",
        "Outlook for iOS'u edinin",
        "Android için Outlook'u edinin",
        "iOS için Outlook’u indirin",
        "Galaxyから送信しました",
        "取得 Outlook for Android",
        "下载 Outlook for iOS",
        "iOS용 Outlook 받기",
        "Az iOS-hez készült Outlook letöltése",
        "Descărcați Outlook pentru iOS",
        "Αποκτήστε το Outlook για iOS",
        "קבל את Outlook עבור iOS",
        "الحصول على Outlook لـ iOS",
        "Kindly,\nCarla",
        "Warmly,\nCarla Customer",
        "With thanks,\nCarla",
        "Thanks and kind regards,\nCarla",
        "Mit freundlichen Grüßen / Kind regards\n\nCarla Kunde",
        "Mit freundlichen Grüßen aus Köln\nCarla Kunde",
        "Viele Grüße aus Berlin\nCarla",
        "Bonne réception,\nCarla Cliente",
        "Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.\nCarla Cliente",
        "Quedo a la espera. Un saludo,\nCarla",
        "Quedo atento a sus comentarios.\nCarla Cliente",
        "Grazie e cordiali saluti\nCarla",
        "Obrigada desde já,\nCarla",
        "Met vriendelijke groet / Kind regards,\nCarla Klant",
        "Groetjes,\nCarla",
        "Pozdrawiam / Best regards\nCarla",
        "Hezký den přeje\nCarla",
        "以上、よろしくお願いいたします。\n\n田中 太郎",
        "何卒よろしくお願い申し上げます。\n田中",
        "祝\n商祺\n李小龙",
        "مع تحياتي\nكارلا",
        "Sent from my Samsung Galaxy smartphone.",
        "Sent with Proton Mail secure email.",
        "Sent using Zoho Mail",
        "Sent from Outlook<http://aka.ms/weboutlook>",
        "Sent from Thunderbird for Android",
        "Gesendet von Outlook für Android",
        "Gesendet mit der Telekom Mail App",
        "Gesendet mit Proton Mail",
        "Envoyé de mon appareil Galaxy",
        "Obtenir Outlook pour iOS",
        "Enviado desde Correo para Windows",
        "Inviato da Posta per Windows",
        "Enviado do meu smartphone Samsung Galaxy.",
        "Enviado do Yahoo Mail no Android",
        "Download Outlook voor Android",
        "Odesláno z mého telefonu Galaxy",
        "Hämta Outlook för Android",
        "Sendt fra min Galaxy",
        "Отправлено с устройства Galaxy",
        "Надіслано з Outlook для Android",
        "Outlook for iOS を入手",
        "获取 Outlook for iOS",
        "Elküldve a Galaxy készülékemről",
        "נשלח מה-iPhone שלי",
        "Best,\nCarla",
        "MfG\nC. Kunde",
        "Saludos cordiales.\nCarla",
        "Vriendelijke groeten,\nCarla Klant",
        "Hälsningar\nCarla",
        "С уважением,\nКарла Иванова\n+7 495 123-45-67",
        "谢谢！\n李小龙",
        "Cu stimă,\nCarla Clientu",
        "تحياتي،\nكارلا"
      })
  void areSplitFromTheWords(String signature) {
    VisibleReply reply = VisibleReply.of(WRITTEN + "\n\n" + signature);

    assertThat(reply.text()).isEqualTo(WRITTEN);
    assertThat(reply.signature()).isEqualTo(signature);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks, Carla",
        "Kind Regards, Carla Customer",
        "LG Carla",
        "Liebe Grüße, Carla",
        "Mvh Carla"
      })
  void aFarewellMayEndWithTheSendersName(String farewell) {
    Letterhead head = Letterhead.of("Fire", Optional.of("Carla Customer"), Optional.empty());

    assertThat(VisibleReply.of(WRITTEN + "\n\n" + farewell, head).signature()).isEqualTo(farewell);
    assertThat(VisibleReply.of(WRITTEN + "\n\nThanks, Ana", head).signature()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The parcel is back.\nSent via DHL on Monday but never arrived",
        "Das Paket kam nie an.\nVon uns wurde Ihnen gestern die Rechnung gesendet.",
        "Bonjour,\nvoici le numéro.\nEnvoyé de Paris hier soir par la poste",
        "Ürün bozuk çıktı.\nÜrün geri gönderildi",
        "A doboz sérült volt.\nA csomag vissza küldve",
        "認証に失敗します。\n新しい証明書を入手",
        "Which one do I have?\nOutlook for Android\nOutlook for iOS",
        "Steps:\n1. open\n2. print\n===\nResult:\nnothing",
        "Bonjour,\nje vous prie d'agréer ma demande.\nLe produit est cassé et je ne veux pas attendre.",
        "Hi,\nthanks and please cancel\nOrder 4711",
        "Dank Ihnen läuft der Drucker.\nAber der Scanner nicht."
      })
  void whatACustomerSaysHimselfStays(String mail) {
    assertThat(VisibleReply.of(mail).text()).isEqualTo(mail);
  }
}
