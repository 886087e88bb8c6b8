package org.tierline.intake;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the files of a mail: as its writer did, or else by what is known about them, so that a
 * person can tell them apart. No two files of a mail have the same name.
 */
final class AttachmentName {

  /** What a file without name is called, and the end by which programs know it. */
  private static final Map<String, List<String>> KNOWN =
      Map.ofEntries(
          Map.entry("message/delivery-status", List.of("delivery-status", "txt")),
          Map.entry("message/feedback-report", List.of("feedback-report", "txt")),
          Map.entry("message/disposition-notification", List.of("disposition-notification", "txt")),
          Map.entry("message/partial", List.of("fragment", "eml")),
          Map.entry("message/external-body", List.of("reference", "txt")),
          Map.entry("text/rfc822-headers", List.of("headers", "txt")),
          Map.entry("text/plain", List.of("document", "txt")),
          Map.entry("text/html", List.of("document", "html")),
          Map.entry("text/calendar", List.of("invitation", "ics")),
          Map.entry("text/vcard", List.of("contact", "vcf")),
          Map.entry("text/x-vcard", List.of("contact", "vcf")),
          Map.entry("application/pgp-encrypted", List.of("version", "asc")),
          Map.entry("application/pgp-signature", List.of("signature", "asc")),
          Map.entry("application/pgp-keys", List.of("key", "asc")),
          Map.entry("application/pkcs7-signature", List.of("smime", "p7s")),
          Map.entry("application/x-pkcs7-signature", List.of("smime", "p7s")),
          Map.entry("application/pkcs7-mime", List.of("smime", "p7m")),
          Map.entry("application/x-pkcs7-mime", List.of("smime", "p7m")),
          Map.entry("application/ms-tnef", List.of("winmail", "dat")),
          Map.entry("application/pdf", List.of("document", "pdf")),
          Map.entry("video/quicktime", List.of("movie", "mov")),
          Map.entry("image/jpeg", List.of("image", "jpg")),
          Map.entry("image/jpg", List.of("image", "jpg")),
          Map.entry("image/png", List.of("image", "png")),
          Map.entry("image/gif", List.of("image", "gif")));

  private static final Pattern CONTENT_ID = Pattern.compile("<?([^<>@\\s]{1,200})@?");

  private static final Pattern END = Pattern.compile("\\.[^.]{1,10}$");

  private final Set<String> taken = new HashSet<>();

  /** The name its writer gave it, or an empty text. */
  static String given(MimePart part) throws MessagingException {
    String disposition = header(part, "Content-Disposition");
    if (FileName.isTwice(disposition)) {
      return FileName.in(disposition);
    }
    try {
      String name = part.getFileName();
      if (name != null) {
        return EncodedWords.decode(name);
      }
    } catch (ParseException e) {
      // what stands there is read below
    }
    String name = FileName.in(disposition);
    return name.isEmpty() ? FileName.in(header(part, "Content-Type")) : name;
  }

  /**
   * @param subject of the mail the part holds, if it holds one
   */
  String of(MimePart part, String type, Optional<String> subject) throws MessagingException {
    return unique(CleanText.fileName(proposal(part, type, subject), "file"));
  }

  /** For a file that was found inside another part. */
  String of(String given, String otherwise) {
    return unique(CleanText.fileName(given, otherwise));
  }

  private static String proposal(MimePart part, String type, Optional<String> subject)
      throws MessagingException {
    String given = given(part);
    if (!given.isBlank()) {
      return given;
    }
    String location = EncodedWords.decode(header(part, "Content-Location"));
    if (!location.isBlank() && !location.contains("://")) {
      return location;
    }
    String description =
        label(CleanText.line(EncodedWords.decode(header(part, "Content-Description")), 200));
    if (type.equals("message/rfc822") || type.equals("message/global")) {
      String words =
          subject.map(AttachmentName::label).filter(s -> !s.isBlank()).orElse(description);
      return (words.isBlank() ? "Mail" : words) + ".eml";
    }
    List<String> known = KNOWN.get(type);
    if (known != null) {
      return (description.isBlank() ? known.get(0) : description) + "." + known.get(1);
    }
    Matcher id = CONTENT_ID.matcher(header(part, "Content-ID"));
    if (id.find()) {
      return id.group(1);
    }
    return description;
  }

  /** A slash in a sentence is no path. */
  private static String label(String words) {
    return words.replaceAll("[/\\\\]", "_");
  }

  private String unique(String name) {
    String candidate = name;
    for (int i = 1; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
      Matcher end = END.matcher(name);
      candidate = end.find() ? name.substring(0, end.start()) + i + end.group() : name + i;
    }
    return candidate;
  }

  private static String header(MimePart part, String name) throws MessagingException {
    String[] values = part.getHeader(name);
    return values == null ? "" : values[0];
  }
}
