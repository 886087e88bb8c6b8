package org.tierline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailCharsetTest {

  @ParameterizedTest
  @CsvSource({
    "Grüße,      ISO-8859-1,   ISO-8859-1",
    "Grüße,      UTF-8,        ISO-8859-1",
    "Grüße,      UTF-8,        us-ascii",
    "Grüße,      windows-1252, unknown-8bit",
    "„Zitat“,    windows-1252, iso-8859-1",
    "プリンタ,   ISO-2022-JP,  iso-2022-jp",
    "プリンタ,   Shift_JIS,    iso-2022-jp",
    "プリンタ,   EUC-JP,       iso-2022-jp",
    "打印机,     GB18030,      gb2312",
    "打印机,     GB18030,      gb_2312-80",
    "①見積,     windows-31j,  cp932",
    "žluť,       windows-1250, x-cp1250",
    "Grüße,      IBM850,       cp-850",
    "„Zitat“,    windows-1252, iso_8859-1",
    "5 €,        windows-1254, iso-8859-9",
    "สวัสดี…,    x-windows-874, tis-620",
    "プリンタ,   ISO-2022-JP,  us-ascii",
    "프린터,     ISO-2022-KR,  ''",
    "請求書.pdf, windows-31j,  ''",
    "Grüße,      UTF-8,        x-user-defined",
  })
  void readsWhatWasMeant(String text, String written, String declared) {
    assertThat(MailCharset.decode(text.getBytes(Charset.forName(written)), declared))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"koi8-r", "KOI8_R", "cskoi8r", " 'Koi8' "})
  void knowsACharsetByAnyOfItsNames(String name) {
    assertThat(MailCharset.decode("Принтер".getBytes(Charset.forName("KOI8-R")), name))
        .isEqualTo("Принтер");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, utf-16le", "UTF-16BE, ''", "UTF-16LE, utf-8", "UTF-8, utf-8"})
  void theMarkOfTheByteOrderIsNoText(String written, String declared) {
    byte[] marked = "\uFEFFGrüße".getBytes(Charset.forName(written));

    assertThat(MailCharset.decode(marked, declared)).isEqualTo("Grüße");
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "windows-1252", ""})
  void aTextThatWasCutWithinACharacterIsNotTakenForAnother(String declared) {
    byte[] text = "Принтер не печатает".getBytes(UTF_8);

    assertThat(MailCharset.decode(Arrays.copyOf(text, text.length - 1), declared))
        .startsWith("Принтер не печатае");
  }

  @Test
  void aByteTooManyDoesNotSpoilTheRest() {
    byte[] text = "Принтер? не печатает".getBytes(UTF_8);
    text[14] = (byte) 0xFF;

    assertThat(MailCharset.decode(text, "utf-8")).isEqualTo("Принтер\uFFFD не печатает");
  }

  @Test
  void guessesWhatIsNotDeclared() {
    String text = "Принтер не печатает, помогите пожалуйста.";

    assertThat(MailCharset.decode(text.getBytes(Charset.forName("KOI8-R")), null)).isEqualTo(text);
    assertThat(MailCharset.decode(text.getBytes(Charset.forName("windows-1251")), null))
        .isEqualTo(text);
  }

  @Test
  void doesNotTakeUmlautsForAnotherScript() {
    assertThat(MailCharset.decode("Größe: äöü".getBytes(Charset.forName("windows-1252")), null))
        .isEqualTo("Größe: äöü");
  }

  @ParameterizedTest
  @CsvSource({
    "Gr+APwA3w-e, Grüße",
    "1 +- 1 = 2, 1 + 1 = 2",
    "+2D3eAA-, \uD83D\uDE00",
    "half+AP, half",
    "end+, end+",
  })
  void readsUtf7(String written, String text) {
    assertThat(MailCharset.decode(written.getBytes(UTF_8), "unicode-1-1-utf-7")).isEqualTo(text);
  }
}
