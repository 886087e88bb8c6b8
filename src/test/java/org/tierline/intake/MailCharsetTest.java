package org.tierline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
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
