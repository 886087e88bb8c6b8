package org.tierline.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LenientBase64Test {

  @ParameterizedTest
  @CsvSource({"QUJD, ABC", "Q-U*J D, ABC", "QUI=, AB", "QUI, AB", "QQ, A", "QUJDR, ABC", "=!, ''"})
  void takesWhatIsThere(String encoded, String decoded) throws IOException {
    assertThat(new String(decode(encoded), US_ASCII)).isEqualTo(decoded);
  }

  @Property(tries = 300)
  void decodesWhatWasEncodedWell(@ForAll byte[] content) throws IOException {
    assertThat(decode(Base64.getMimeEncoder().encodeToString(content))).isEqualTo(content);
  }

  private static byte[] decode(String encoded) throws IOException {
    return new LenientBase64(new ByteArrayInputStream(encoded.getBytes(US_ASCII))).readAllBytes();
  }
}
