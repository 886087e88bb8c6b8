package org.tierline.platform.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is, whatever it is called. */
class FileTypeTest {

  private static final String PNG = "\u0089PNG\r\n\u001A\n\0\0\0\rIHDR";
  private static final String PDF = "%PDF-1.7\n";
  private static final String EXE = "MZ\u0090\0\u0003\0\0\0\u0004\0\0\0\u00FF\u00FF\0\0";
  private static final String PAGE = "<!DOCTYPE html><html><body>Hi</body></html>";
  private static final String WORDS = "Dear desk,\nit burns.\n";
  private static final String NOISE = "\u0001\u0002\u0000\u00FE\u0003\u0004\u0000\u0005";

  @ParameterizedTest(name = "{0} declared as {1}, named {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "PNG   | image/png                | a.png    | image/png",
        "PNG   | image/png; name=a.png    | a.png    | image/png",
        "PNG   | image/jpeg               | a.jpg    | image/png",
        "PNG   | text/plain               | a.txt    | image/png",
        "PNG   |                          | a        | image/png",
        "PAGE  | image/png                | a.png    | text/html",
        "PAGE  | text/plain               | a.txt    | text/html",
        "WORDS | image/gif                | a.gif    | text/plain",
        "WORDS | video/mp4                | a.mp4    | text/plain",
        "WORDS | application/pdf          | a.pdf    | text/plain",
        "WORDS | text/csv                 | a.csv    | text/csv",
        "WORDS | application/octet-stream | a.csv    | text/csv",
        "WORDS | message/rfc822           | a.eml    | message/rfc822",
        "WORDS | application/x-ours       | a        | application/x-ours",
        "NOISE | image/webp               | a.webp   | application/octet-stream",
        "NOISE | application/octet-stream | a.png    | application/octet-stream",
        "NOISE | application/x-ours       | a        | application/x-ours",
        "NOISE | no type at all           | a        | application/octet-stream",
        "PDF   | application/octet-stream | a.txt    | application/pdf",
        "EXE   | application/msword       | bill.doc | application/x-msdownload",
        "EXE   | image/png                | a.png    | application/x-msdownload",
      })
  void theFirstBytesDecide(String content, String declared, String name, String type) {
    byte[] bytes = content(content).getBytes(ISO_8859_1);

    try (Spool spool = Spool.of(bytes)) {
      assertThat(FileType.of(spool, declared == null ? "" : declared, name)).isEqualTo(type);
    }
  }

  private static String content(String name) {
    return switch (name) {
      case "PNG" -> PNG;
      case "PDF" -> PDF;
      case "EXE" -> EXE;
      case "PAGE" -> PAGE;
      case "WORDS" -> WORDS;
      default -> NOISE;
    };
  }
}
