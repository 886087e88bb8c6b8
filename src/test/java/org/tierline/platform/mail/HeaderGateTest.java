package org.tierline.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing a stranger wrote becomes a second header or a second command (CVE-2025-7962). */
class HeaderGateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@x.example\r\nRCPT TO:<evil@x.example>",
        "a@x.example\nBcc: evil@x.example",
        "a\r@x.example",
        // their low bytes are CR and LF: a server that truncates characters sees a line break
        "a@x.example\u010D\u010ARCPT TO:<evil@x.example>",
        "a\u010A@x.example",
        "a\u010D@x.example",
        "a\u0000@x.example",
        "a\u0007@x.example",
        "a\u007F@x.example",
        "a\u0085@x.example",
        "a\u2028@x.example",
        "a@x.example> <evil@x.example",
        "<a@x.example>",
        "a b@x.example",
        "a@x.example,b@x.example",
        "a@@x.example",
        "a@x..example",
        "@x.example",
        "a@",
        ""
      })
  void refusesAnAddressThatIsMoreThanAnAddress(String address) {
    assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(address));
    assertThat(EmailAddress.parse(address.replace("\r", "")))
        .as("read from outside")
        .satisfiesAnyOf(
            found -> assertThat(found).isEmpty(),
            found -> assertThat(found.get().value()).isEqualTo("a@x.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v\r\nBcc: evil@x.example",
        "v\nBcc: evil@x.example",
        "v\rBcc: evil@x.example",
        "v\u0000",
        "v\u0085w",
        "v\u2028w"
      })
  void refusesAHeaderOfMoreThanOneLine(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new HeaderText(text));
    assertThat(HeaderText.from(text).value()).doesNotContainPattern("\\p{Cntrl}|\\u0085|\\u2028");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a@b>\r\nBcc: x@y",
        "<a@b\r\nBcc: x>",
        "<a b@c>",
        "<a@b",
        "a@b",
        "<>",
        "<a\u010A@b>",
        ""
      })
  void refusesAMessageIdThatIsMoreThanAnId(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> new MailId(id));
  }

  @Test
  void readsTheIdsOutOfAHeaderAsTheyCome() {
    assertThat(MailId.allIn("<1@a.example>\r\n\t<2@b.example> junk <broken id@c> <3@d.example>"))
        .isEqualTo(
            List.of(
                new MailId("<1@a.example>"),
                new MailId("<2@b.example>"),
                new MailId("<3@d.example>")));
  }

  @Test
  void anIdWithoutItsBracketsIsStillAnIdButOnlyAlone() {
    assertThat(MailId.parse(" 1@a.example ")).contains(new MailId("<1@a.example>"));
    assertThat(MailId.parse("1@a.example 2@b.example")).isEmpty();
    assertThat(MailId.parse("your mail of Monday")).isEmpty();
    assertThat(MailId.allIn("1@a.example <2@b.example>"))
        .containsExactly(new MailId("<2@b.example>"));
  }
}
