package org.tierline.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mail carries, and under which names a person finds it. */
class MailReaderFilesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/calendar                        |                             | invitation.ics",
        "image/png                            | Content-ID: <logo@x>        | image.png",
        "application/x-other                  | Content-ID: <plan.cad@x>    | plan.cad",
        "application/x-other                  | Content-Location: plan.cad  | plan.cad",
        "application/x-other                  | X-Nothing: here             | file",
        "message/delivery-status              | Content-Description: Report | Report.txt",
        "application/pkcs7-mime               |                             | smime.p7m",
        "application/pdf; name*0=in; name*1=voice.pdf |                     | invoice.pdf",
        "application/pdf; name*=utf-8''Gr%C3%B6%C3%9Fe.pdf |                | Größe.pdf",
      })
  void filesHaveTellingNames(String type, String header, String name) {
    InboundMessage mail = read(aMailWith(part(type, header == null ? "X-Any: thing" : header)));

    assertThat(mail.files()).extracting(InboundFile::name).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "filename*=iso-8859-1''f%FCr.pdf; filename=fur.pdf              | für.pdf",
        "filename=\"fur.pdf\"; filename*=iso-8859-1''f%FCr.pdf          | für.pdf",
        "filename=fur.pdf; filename*0*=utf-8''f%C3; filename*1*=%BCr.pdf | für.pdf",
        "filename*1*=%C3%9Fe; filename*0*=utf-8'de'Gr%C3%B6; filename*2=.pdf | Größe.pdf",
        "filename=\"say \\\"hi\\\".pdf\"                                 | say \"hi\".pdf",
      })
  void theNameIsTheOneItsWriterMeant(String disposition, String name) {
    String header = "Content-Disposition: attachment; " + disposition;

    assertThat(read(aMailWith(part("application/pdf", header))).files())
        .extracting(InboundFile::name)
        .containsExactly(name);
  }

  @Test
  void aMailThatIsNothingButAnInvitationIsAFile() {
    InboundMessage mail = read("From: a@x.example\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR");

    assertThat(mail.files()).extracting(InboundFile::name).containsExactly("invitation.ics");
    assertThat(mail.text()).doesNotContain("VCALENDAR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/enriched", "text/markdown", "text/ascii"})
  void aMailOfAnyTextPeopleReadIsRead(String type) {
    InboundMessage mail = read("From: a@x.example\nContent-Type: " + type + "\n\nIt burns.");

    assertThat(mail.files()).isEmpty();
    assertThat(mail.text()).isEqualTo("It burns.");
  }

  @Test
  void aMailWithinAMailIsNamedByItsSubject() {
    String inner = "From: bob@x.example\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?= 1/2\n\nhello";

    assertThat(read(aMailWith("Content-Type: message/rfc822\n\n" + inner)).files().get(0).name())
        .isEqualTo("Grüße 1_2.eml");
  }

  @Test
  void aMailWithinAMailIsDecodedThoughTheStandardForbidsToEncodeIt() {
    String encoded = Base64.getEncoder().encodeToString("Subject: Inner\n\nhello".getBytes(UTF_8));

    InboundMessage mail =
        read(
            aMailWith(
                "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n" + encoded));

    assertThat(mail.files().get(0).name()).isEqualTo("Inner.eml");
    assertThat(new String(mail.files().get(0).content().start(100), UTF_8)).endsWith("hello");
  }

  @Test
  void noTwoFilesHaveTheSameName() {
    InboundMessage mail =
        read(aMailWith(part("image/png", "X-A: 1") + "\n--b\n" + part("image/png", "X-B: 2")));

    assertThat(mail.files())
        .extracting(InboundFile::name)
        .containsExactly("image.png", "image1.png");
  }

  @Test
  void onlyWhatTheTextShowsIsInline() {
    String page = "Content-Type: text/html\n\n<p>See <img src=\"cid:logo@x\"></p>";
    InboundMessage mail =
        read(
            aMailWith(
                page
                    + "\n--b\n"
                    + part("image/png", "Content-ID: <logo@x>")
                    + "\n--b\n"
                    + part("image/png", "Content-ID: <photo@x>")));

    assertThat(mail.files()).extracting(InboundFile::inline).containsExactly(true, false);
  }

  @Test
  void aFileWrittenIntoTheTextIsAFileAndNotRead() {
    InboundMessage mail =
        read("From: a@x.example\n\nSee below.\nbegin 644 note.txt\n#0V%T\n`\nend\nBye\n");

    assertThat(mail.visibleReply()).isEqualTo("See below.\n\nBye");
    assertThat(mail.text()).as("as written").contains("begin 644 note.txt");
    assertThat(mail.files().get(0).name()).isEqualTo("note.txt");
    assertThat(new String(mail.files().get(0).content().start(100), UTF_8)).isEqualTo("Cat");
  }

  @Test
  void filesAreTakenOutOfWinmailDat() {
    String encoded = Base64.getEncoder().encodeToString(winmail("plan.txt", "Tuesday"));

    InboundMessage mail =
        read(
            aMailWith(
                "Content-Type: application/ms-tnef; name=winmail.dat\n"
                    + "Content-Transfer-Encoding: base64\n\n"
                    + encoded));

    assertThat(mail.files().get(0).name()).isEqualTo("plan.txt");
    assertThat(new String(mail.files().get(0).content().start(100), UTF_8)).isEqualTo("Tuesday");
  }

  @Test
  void aFileOutOfWinmailDatHasItsLongName() {
    byte[] container =
        winmail(
            attribute(0x00018010, "QUARTE~1.TXT\0".getBytes(ISO_8859_1)),
            attribute(0x0006800F, "Tuesday".getBytes(ISO_8859_1)),
            attribute(0x00069005, longName("Quarterly größer.txt")));

    assertThat(filesOf(container)).containsExactly("Quarterly größer.txt: Tuesday");
  }

  @Test
  void whatOutlookKnowsByNameDoesNotHideWhatComesBehind() {
    byte[] name = little(4 + 2 + 2 + 16 + 4 + 4 + 8 + 4).array();
    ByteBuffer property = ByteBuffer.wrap(name).order(ByteOrder.LITTLE_ENDIAN);
    property.putInt(2).putShort((short) 0x0003).putShort((short) 0x8005).position(24);
    property.putInt(1).putInt(6).put("a\0b\0\0\0\0\0".getBytes(ISO_8859_1)).putInt(7);
    byte[] rest = longName("plan.txt");
    var both = new ByteArrayOutputStream();
    both.writeBytes(name);
    both.write(rest, 4, rest.length - 4);

    byte[] container =
        winmail(
            attribute(0x0006800F, "Tuesday".getBytes(ISO_8859_1)),
            attribute(0x00069005, both.toByteArray()));

    assertThat(filesOf(container)).containsExactly("plan.txt: Tuesday");
  }

  @Test
  void anEmptyFileInWinmailDatIsAFile() {
    byte[] container = winmail(attribute(0x00018010, "empty.txt\0".getBytes(ISO_8859_1)));

    assertThat(filesOf(container)).containsExactly("empty.txt: ");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5, 9, 13, 17, 20})
  void whatOutlookKnowsMayBeCutAnywhere(int length) {
    byte[] container =
        winmail(
            attribute(0x00018010, "plan.txt\0".getBytes(ISO_8859_1)),
            attribute(0x00069005, Arrays.copyOf(longName("planned.txt"), length)));

    assertThat(filesOf(container)).containsExactly("plan.txt: ");
  }

  private static List<String> filesOf(byte[] container) {
    String encoded = Base64.getEncoder().encodeToString(container);
    String part =
        "Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n" + encoded;
    return read(aMailWith(part)).files().stream()
        .map(file -> file.name() + ": " + new String(file.content().start(100), UTF_8))
        .toList();
  }

  private static byte[] winmail(byte[]... attributes) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 1).array());
    out.writeBytes(attribute(0x00069002, new byte[14]));
    List.of(attributes).forEach(out::writeBytes);
    return out.toByteArray();
  }

  private static byte[] attribute(int id, byte[] content) {
    var out = new ByteArrayOutputStream();
    attribute(out, id, content);
    return out.toByteArray();
  }

  /** As the only property, in UTF-16. */
  private static byte[] longName(String name) {
    byte[] text = (name + "\0").getBytes(UTF_16LE);
    return little(16 + (text.length + 3) / 4 * 4)
        .putInt(1)
        .putShort((short) 0x001F)
        .putShort((short) 0x3707)
        .putInt(1)
        .putInt(text.length)
        .put(text)
        .array();
  }

  @Test
  void aDigestHoldsMailsWhoseTypeGoesWithoutSaying() {
    InboundMessage mail =
        read(
            """
            From: a@x.example
            Content-Type: multipart/digest; boundary=b

            --b

            Subject: One

            x
            --b

            Subject: Two

            y
            --b--
            """);

    assertThat(mail.files()).extracting(InboundFile::name).containsExactly("One.eml", "Two.eml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/x-amp-html", "text/watch-html"})
  void aFormOfTheTextForOtherProgramsIsNoFile(String type) {
    InboundMessage mail = read(alternatives("Content-Type: text/plain\n\nIt burns.", type));

    assertThat(mail.files()).isEmpty();
    assertThat(mail.text()).isEqualTo("It burns.");
    assertThat(mail.flags()).isEmpty();
  }

  @Test
  void anInvitationIsAFileThoughTheTextSaysTheSame() {
    InboundMessage mail = read(alternatives("Content-Type: text/plain\n\nCome.", "text/calendar"));

    assertThat(mail.files()).extracting(InboundFile::name).containsExactly("invitation.ics");
  }

  private static String alternatives(String first, String type) {
    return "From: a@x.example\nContent-Type: multipart/alternative; boundary=b\n\n--b\n"
        + first
        + "\n--b\nContent-Type: "
        + type
        + "\n\nx\n--b--\n";
  }

  @Test
  void aWinmailDatThatIsNoneStaysWhatItIs() {
    InboundMessage mail = read(aMailWith(part("application/ms-tnef; name=winmail.dat", "X-A: 1")));

    assertThat(mail.files().get(0).name()).isEqualTo("winmail.dat");
  }

  @Test
  void aTextThatIsNamedIsReadWhereThereIsNoOther() {
    InboundMessage mail = read(aMailWith("Content-Type: text/plain; name=words.txt\n\nRead me."));

    assertThat(mail.text()).isEqualTo("Read me.");
    assertThat(mail.files()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "multipart/signed; boundary=b, signed",
    "multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b, signed s/mime",
    "multipart/signed; protocol=\"application/pgp-signature\"; boundary=b, signed pgp",
    "multipart/encrypted; boundary=b, encrypted",
    "multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b, encrypted pgp",
    "application/pkcs7-mime; smime-type=enveloped-data, encrypted s/mime",
    "application/pkcs7-mime; smime-type=signed-data, signed s/mime opaque",
  })
  void protectedMailsAreToldFromOthers(String type, String flags) {
    assertThat(read("From: a@x.example\nContent-Type: " + type + "\n\n--b\n\nx\n--b--").flags())
        .containsExactly(flags.split(" "));
  }

  private static byte[] winmail(String name, String content) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(little(6).putInt(0x223E9F78).putShort((short) 1).array());
    attribute(out, 0x00069002, new byte[14]);
    attribute(out, 0x00018010, (name + "\0").getBytes(ISO_8859_1));
    attribute(out, 0x0006800F, content.getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  private static void attribute(ByteArrayOutputStream out, int id, byte[] content) {
    out.writeBytes(little(9).put((byte) 2).putInt(id).putInt(content.length).array());
    out.writeBytes(content);
    out.writeBytes(new byte[2]);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static String part(String type, String header) {
    return "Content-Type: " + type + "\n" + header + "\n\nx";
  }

  private static String aMailWith(String parts) {
    return "From: a@x.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        + parts
        + "\n--b--\n";
  }

  private static InboundMessage read(String mail) {
    return CorpusScore.read(mail.getBytes(UTF_8));
  }
}
