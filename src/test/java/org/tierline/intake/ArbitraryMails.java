package org.tierline.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Writes mails as the world writes them: mostly well-formed, often wrong in one place, sometimes in
 * all. The same random numbers give the same mail.
 */
final class ArbitraryMails {

  private static final int DEEPEST = 6;

  private static final List<String> SENDERS =
      List.of(
          "Carla Customer <carla@customer.example>",
          "carla@customer.example",
          "\"Customer, Carla\" <carla@customer.example>",
          "=?utf-8?q?Ren=C3=A9e?= <renee@customer.example>",
          "=?utf-8?b?UmVu?= =?utf-8?b?w6ll?= <renee@customer.example>",
          "Undisclosed recipients:;",
          "Team: a@customer.example, b@customer.example;",
          "\"ceo@bank.example\" <mallory@elsewhere.example>",
          "MAILER-DAEMON@mx.customer.example (Mail Delivery System)",
          "<>",
          "",
          "carla",
          "carla@",
          "@customer.example",
          "<carla@customer.example",
          "carla@[192.0.2.1]",
          "carla@xn--bcher-kva.example",
          "carla @ customer . example",
          "Rädchen <rädchen@bücher.example>");

  private static final List<String> SUBJECTS =
      List.of(
          "The printer is on fire",
          "Re: [#5001] We have received your request",
          "AW: WG: Fwd: Re: Rechnung",
          "=?utf-8?q?caf=C3?= =?utf-8?q?=A9?=",
          "=?iso-2022-jp?b?GyRCRnxLXDhsGyhC?=",
          "=?unknown-charset?b?////?=",
          "=?utf-8?x?nonsense?=",
          "=?utf-8?q?never ends",
          "[#99999999999999999999] [#0] [#-1]",
          "{{subject}} ${7*7} <script>alert(1)</script>",
          "line\r\n folded\r\n\tagain",
          "\u202egnp.exe\u0000\u0007",
          "");

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "text/plain; charset=utf-8",
          "text/plain; charset=\"iso-8859-1\"",
          "text/plain; charset=utf-7",
          "text/plain; charset=iso-2022-jp; format=flowed",
          "text/plain; charset=no-such-charset",
          "text/html; charset=utf-8",
          "text/html; charset=windows-1252",
          "text/calendar; method=REQUEST",
          "application/octet-stream; name=data.bin",
          "application/ms-tnef; name=winmail.dat",
          "application/pdf; name*=utf-8''r%C3%A9sum%C3%A9.pdf",
          "image/png; name*0=\"a\"; name*1=\"b.png\"",
          "message/delivery-status",
          "message/rfc822",
          "application/pkcs7-mime; smime-type=enveloped-data",
          "multipart/mixed",
          "text",
          "/;;=;\"",
          "");

  private static final List<String> ENCODINGS =
      List.of("7bit", "8bit", "binary", "quoted-printable", "base64", "x-uuencode", "nonsense", "");

  private static final List<String> DISPOSITIONS =
      List.of(
          "attachment; filename=report.txt",
          "attachment; filename=\"../../etc/passwd\"",
          "attachment; filename*=utf-8''%F0%9F%94%A5.txt",
          "attachment; filename=\"=?utf-8?b?4pyT?=.txt\"",
          "inline",
          "inline; filename=logo.png",
          "attachment; filename=",
          "nonsense");

  private static final List<String> OTHER_HEADERS =
      List.of(
          "Auto-Submitted: auto-replied",
          "Return-Path: <>",
          "Precedence: bulk",
          "List-Id: <list.example>",
          "X-Auto-Response-Suppress: All",
          "In-Reply-To: <unknown@elsewhere.example>",
          "References: <a@b> <c@d> garbage <e",
          "To: support@tierline.example",
          "Cc: Someone <someone@customer.example>, broken <",
          "Reply-To: other@customer.example",
          "Date: Mon, 23 Nov 2026 09:00:00 +0000",
          "Date: 31 Feb 9999 99:99:99 +9999",
          "MIME-Version: 1.0",
          "Content-ID: <logo>",
          "X-Long: " + "x".repeat(2000),
          "not a header at all",
          ": no name");

  private static final List<String> TEXTS =
      List.of(
          "It burns.\r\n\r\n-- \r\nCarla\r\n",
          "Yes.\r\n\r\nOn Mon, 23 Nov 2026 at 09:00, Desk wrote:\r\n> Is it still burning?\r\n",
          "Ja.\r\n\r\nAm 23.11.2026 um 09:00 schrieb Desk:\r\n> Brennt es noch?\r\n",
          "<html><body><p>It <b>burns</b></p><img src=cid:logo><script>x()</script></body></html>",
          "<div><div><div><table><tr><td>deep",
          "=C3=A9=\r\n=ZZ=",
          "SGVsbG8=\r\nnot base64 !!\r\nSGVsbG8",
          "+AOk-ndern \u001b$B",
          "Final-Recipient: rfc822; x@y.example\r\nAction: failed\r\nStatus: 5.1.1\r\n",
          "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n",
          "begin 644 x\r\n#0V%T\r\n`\r\nend\r\n",
          "\u0000\u0001\ufffe\ud83d",
          "\ud83d\udd25".repeat(200),
          "> ".repeat(500) + "deep quote",
          "x".repeat(20_000),
          "");

  private final RandomGenerator random;
  private int boundaries;

  ArbitraryMails(RandomGenerator random) {
    this.random = random;
  }

  byte[] next() {
    List<String> headers = new ArrayList<>();
    if (random.nextInt(20) > 0) {
      headers.add("From: " + one(SENDERS));
    }
    if (random.nextInt(10) > 0) {
      headers.add("Subject: " + one(SUBJECTS));
    }
    if (random.nextInt(5) > 0) {
      headers.add("Message-ID: <" + random.nextLong() + "@customer.example>");
    }
    for (int i = random.nextInt(5); i > 0; i--) {
      headers.add(random.nextInt(headers.size() + 1), one(OTHER_HEADERS));
    }
    return lineEnds(bytes(String.join("\r\n", headers) + "\r\n" + part(0)));
  }

  /** Headers and content of a part, the empty line between them mostly there. */
  private String part(int depth) {
    if (depth < DEEPEST && random.nextInt(3) == 0) {
      return multipart(depth);
    }
    var part = new StringBuilder();
    if (random.nextInt(6) > 0) {
      part.append("Content-Type: ").append(one(TYPES)).append("\r\n");
    }
    if (random.nextInt(3) == 0) {
      part.append("Content-Disposition: ").append(one(DISPOSITIONS)).append("\r\n");
    }
    String content = one(TEXTS);
    if (random.nextBoolean()) {
      String encoding = one(ENCODINGS);
      part.append("Content-Transfer-Encoding: ").append(encoding).append("\r\n");
      if (encoding.equals("base64") && random.nextInt(4) > 0) {
        content = Base64.getMimeEncoder().encodeToString(bytes(content));
      }
    }
    return part + (random.nextInt(30) > 0 ? "\r\n" : "") + content;
  }

  private String multipart(int depth) {
    String boundary =
        random.nextInt(10) == 0 ? "b" : "b" + ++boundaries + (random.nextBoolean() ? "=_" : "");
    var part = new StringBuilder();
    part.append("Content-Type: multipart/")
        .append(one(List.of("mixed", "alternative", "related", "report", "signed", "digest", "")))
        .append(random.nextInt(15) == 0 ? "" : "; boundary=\"" + boundary + "\"")
        .append("\r\n\r\n");
    if (random.nextInt(4) == 0) {
      part.append("preamble\r\n");
    }
    for (int i = random.nextInt(4); i >= 0; i--) {
      part.append("--").append(boundary).append("\r\n").append(part(depth + 1)).append("\r\n");
    }
    if (random.nextInt(6) > 0) {
      part.append("--").append(boundary).append("--\r\n");
    }
    return part.toString();
  }

  private byte[] bytes(String text) {
    Charset charset =
        switch (random.nextInt(8)) {
          case 0 -> StandardCharsets.ISO_8859_1;
          case 1 -> Charset.forName("GB18030");
          default -> StandardCharsets.UTF_8;
        };
    return text.getBytes(charset);
  }

  private byte[] lineEnds(byte[] mail) {
    int style = random.nextInt(8);
    if (style > 2) {
      return mail;
    }
    var written = new ByteArrayOutputStream(mail.length);
    for (byte b : mail) {
      boolean dropped = (style == 0 && b == '\r') || (style == 1 && b == '\n');
      if (style == 2 && b == '\r' && random.nextInt(4) == 0) {
        dropped = true;
      }
      if (!dropped) {
        written.write(b);
      }
    }
    return written.toByteArray();
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
