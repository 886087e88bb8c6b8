package org.tierline.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.tierline.platform.files.Spool;
import org.tierline.platform.mail.MailId;

/** How mails made to torment parsers are read, against what other parsers make of them. */
@EnabledIfSystemProperty(named = Corpora.FOLDER, matches = ".+")
class MimeEvaluationTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What our reader writes where a mail has no text. */
  private static final String NOTHING_SAID = "[no visible content]";

  /** Fields, files and texts as stalwart's parser reads them. */
  @Test
  void tormentedMailsAreRead() throws IOException {
    // two subjects of 38 have a letter here and U+FFFD there
    var subjects = new CorpusScore("stalwart subject", 0.94);
    var senders = new CorpusScore("stalwart sender", 0.98);
    var dates = new CorpusScore("stalwart date", 0.95);
    // texts between broken boundaries are files there; files written into a text are files here
    var files = new CorpusScore("stalwart number of files", 0.83);
    // eight of 54 have broken boundaries, one a charset that is read as U+FFFD there
    var texts = new CorpusScore("stalwart body text", 0.83);
    Path corpus = Corpora.folder("stalwart-mail-parser").resolve("eml");
    for (Path file : find(corpus, ".eml")) {
      Path answers = Path.of(file.toString().replace(".eml", ".json"));
      if (!Files.exists(answers)) {
        continue;
      }
      JsonNode expected = JSON.readTree(answers.toFile());
      String name = corpus.relativize(file).toString();
      InboundMessage mail = CorpusScore.read(file);
      JsonNode parts = expected.path("parts");
      JsonNode headers = parts.path(0).path("headers");
      header(headers, "subject", "Text")
          .ifPresent(
              subject ->
                  subjects.add(
                      name, CorpusScore.line(subject.asText()), CorpusScore.line(mail.subject())));
      header(headers, "from", "Address")
          .map(from -> from.findValuesAsText("address"))
          .filter(from -> !from.isEmpty())
          .ifPresent(
              from ->
                  senders.add(
                      name,
                      from.get(0).toLowerCase(Locale.ROOT),
                      mail.sender().map(Object::toString).orElse("")));
      header(headers, "date", "DateTime")
          .ifPresent(date -> dates.add(name, date(date), MailDate.parse(mail.date())));
      files.add(name, expected.path("attachments").size(), mail.files().size());
      bodies(expected, mail, name, texts);
    }
    CorpusScore.check(subjects, senders, dates, files, texts);
  }

  /** All that is text, and nothing else. */
  private static void bodies(
      JsonNode expected, InboundMessage mail, String name, CorpusScore texts) {
    var words = new StringBuilder();
    for (JsonNode index : expected.path("text_body")) {
      JsonNode body = expected.path("parts").path(index.asInt()).path("body");
      words.append(CorpusScore.words(body.path("Text").asText(body.path("Html").asText())));
    }
    texts.add(name, words.toString(), words(mail));
  }

  private static String words(InboundMessage mail) {
    return mail.text().equals(NOTHING_SAID) ? "" : CorpusScore.words(mail.text());
  }

  private static Optional<JsonNode> header(JsonNode headers, String name, String form) {
    return StreamSupport.stream(headers.spliterator(), false)
        .filter(header -> header.path("name").asText().equals(name))
        .map(header -> header.path("value").path(form))
        .filter(value -> !value.isMissingNode())
        .reduce((first, last) -> first);
  }

  private static Optional<OffsetDateTime> date(JsonNode date) {
    String zone =
        "%s%02d:%02d"
            .formatted(
                date.path("tz_before_gmt").asBoolean() ? "-" : "+",
                date.path("tz_hour").asInt(),
                date.path("tz_minute").asInt());
    return Optional.of(
        OffsetDateTime.parse(
            "%04d-%02d-%02dT%02d:%02d:%02d%s"
                .formatted(
                    date.path("year").asInt(),
                    date.path("month").asInt(),
                    date.path("day").asInt(),
                    date.path("hour").asInt(),
                    date.path("minute").asInt(),
                    date.path("second").asInt(),
                    zone)));
  }

  /** Tables of headers and what they mean. */
  @Test
  void tormentedHeadersAreRead() throws IOException {
    var addresses = new CorpusScore("stalwart table of addresses", 0.7);
    var dates = new CorpusScore("stalwart table of dates", 0.9);
    var ids = new CorpusScore("stalwart table of ids", 0.8);
    var texts = new CorpusScore("stalwart table of texts", 0.93);
    for (JsonNode one : table("address.json")) {
      String header = one.path("header").asText();
      List<String> expected = new ArrayList<>();
      one.path("expected")
          .findParents("address")
          .forEach(
              who -> {
                if (who.hasNonNull("address")) {
                  expected.add(
                      who.path("name").asText("").strip() + "|" + who.path("address").asText());
                }
              });
      List<String> found =
          Mailboxes.people(header).stream().map(p -> p.name() + "|" + p.email()).toList();
      addresses.add(header, lower(expected), lower(found));
    }
    for (JsonNode one : table("date.json")) {
      JsonNode date = one.path("expected");
      dates.add(
          one.path("header").asText(),
          date.isNull() ? Optional.empty() : date(date),
          MailDate.parse(one.path("header").asText()));
    }
    for (JsonNode one : table("id.json")) {
      List<String> expected = new ArrayList<>();
      one.path("expected").forEach(id -> expected.add("<" + id.asText() + ">"));
      ids.add(
          one.path("header").asText(),
          expected,
          MailId.allIn(one.path("header").asText()).stream().map(MailId::value).toList());
    }
    for (JsonNode one : table("unstructured.json")) {
      String mail = "Subject: " + one.path("header").asText() + "\n\n";
      texts.add(
          one.path("header").asText(),
          CorpusScore.line(one.path("expected").asText()),
          CorpusScore.read(mail.getBytes(UTF_8)).subject());
    }
    CorpusScore.check(addresses, dates, ids, texts);
  }

  private static List<String> lower(List<String> people) {
    return people.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
  }

  private static JsonNode table(String name) throws IOException {
    return JSON.readTree(Corpora.folder("stalwart-mail-parser").resolve(name).toFile());
  }

  /** The contents of every part, as James' parser decodes them, and no other contents. */
  @Test
  void partsAreDecodedAsJamesDecodesThem() throws IOException {
    // the one that is missing is a fragment of a file
    var parts = new CorpusScore("mime4j decoded parts", 0.98);
    // seven of 38 have broken headers or boundaries, and we show as text what lies between; two
    // more have files written into a text, which are files here
    var whole = new CorpusScore("mime4j mails with these parts and no others", 0.73);
    for (Path file : find(Corpora.folder("mime4j"), ".msg")) {
      String name = file.getFileName().toString().replace(".msg", "");
      List<byte[]> expected = new ArrayList<>();
      for (Path part : find(file.getParent(), "")) {
        if (part.getFileName().toString().startsWith(name + "_decoded_")) {
          expected.add(Files.readAllBytes(part));
        }
      }
      var said = new Said(CorpusScore.read(file), expected);
      boolean all = true;
      for (byte[] part : expected) {
        if (part.length > 0) {
          boolean found = said.take(part);
          parts.add(found, name, new String(part, ISO_8859_1), "missing");
          all &= found;
        }
      }
      whole.add(all && said.isAllTaken(), name, "nothing else", said.left());
    }
    CorpusScore.check(parts, whole);
  }

  /** What a mail says in texts and files, to be compared with its parts one by one. */
  private static final class Said {

    private final List<String> files = new ArrayList<>();
    private String text = "";
    private String html = "";
    private String textLeft;
    private String htmlLeft;

    Said(InboundMessage mail, List<byte[]> expected) {
      add(mail, expected.stream().map(MimeEvaluationTest::sha256).toList());
      textLeft = text;
      htmlLeft = html;
    }

    /** A mail within the mail is its parts, unless it is to be one itself. */
    private void add(InboundMessage mail, List<String> expected) {
      text += words(mail);
      html += CorpusScore.words(mail.html().orElse(""));
      for (InboundFile file : mail.files()) {
        String hash = file.content().sha256();
        if (file.contentType().startsWith("message/") && !expected.contains(hash)) {
          add(CorpusScore.read(file.content().start((int) file.content().size())), expected);
        } else {
          files.add(hash);
        }
      }
    }

    /** A text that has a name is both: a file, and to be read. */
    boolean take(byte[] part) {
      boolean isFile = files.remove(sha256(part));
      boolean isText = takeText(part);
      return isFile || isText;
    }

    private boolean takeText(byte[] part) {
      for (Charset charset : List.of(UTF_8, ISO_8859_1)) {
        String words = CorpusScore.words(new String(part, charset));
        if (!words.isEmpty() && (text.contains(words) || html.contains(words))) {
          textLeft = without(textLeft, words);
          htmlLeft = without(htmlLeft, words);
          return true;
        }
      }
      return false;
    }

    private static String without(String all, String words) {
      return all.replaceFirst(Pattern.quote(words), "");
    }

    boolean isAllTaken() {
      return left().isEmpty();
    }

    String left() {
      return textLeft + htmlLeft + String.join(" ", files);
    }
  }

  /** What Python's parser says; it is not always right, but where we differ we should know why. */
  @Test
  void ordinaryFixturesAreReadAsPythonReadsThem() throws IOException {
    // four subjects of 133 in no declared charset have letters here and U+FFFD there
    var subjects = new CorpusScore("python agreement: subject", 0.96);
    var senders = new CorpusScore("python agreement: sender", 0.98);
    // our names have no folders, no other writer's charset, and are different within one mail
    var files = new CorpusScore("python agreement: attachment names", 0.81);
    var texts = new CorpusScore("python agreement: start of text", 0.97);
    for (String corpus :
        List.of("mikel-mail", "cpython-email-data", "stalwart-mail-parser", "mime4j", "rt-mail")) {
      Path folder = Corpora.folder(corpus);
      JsonNode reference = JSON.readTree(folder.resolve("python-reference.json").toFile());
      for (Map.Entry<String, JsonNode> one : reference.properties()) {
        Path file = folder.resolve(one.getKey());
        if (!Files.isRegularFile(file)) {
          continue;
        }
        InboundMessage mail = CorpusScore.read(file);
        JsonNode expected = one.getValue();
        String name = corpus + "/" + one.getKey();
        if (isGiven(expected, "subject")) {
          subjects.add(
              name,
              CorpusScore.line(expected.get("subject").asText()),
              CorpusScore.line(mail.subject()));
        }
        if (isGiven(expected, "from")) {
          String from = expected.get("from").asText();
          senders.add(
              name,
              Mailboxes.first(from).map(found -> found.address().value()).orElse(""),
              mail.sender().map(Object::toString).orElse(""));
        }
        List<String> names = new ArrayList<>();
        expected.path("attachment_filenames").forEach(n -> names.add(CorpusScore.line(n.asText())));
        if (!names.isEmpty()) {
          List<String> found = new ArrayList<>(names(mail));
          found.retainAll(names);
          files.add(sorted(names).equals(sorted(found)), name, names, names(mail));
        }
        if (isGiven(expected, "plain_head")) {
          String words = CorpusScore.words(expected.get("plain_head").asText());
          String said = CorpusScore.words(mail.text());
          texts.add(said.contains(words), name, words, said);
        }
      }
    }
    CorpusScore.check(subjects, senders, files, texts);
  }

  private static boolean isGiven(JsonNode expected, String field) {
    return expected.hasNonNull(field) && !expected.get(field).asText().startsWith("!");
  }

  private static List<String> names(InboundMessage mail) {
    return mail.files().stream().map(InboundFile::name).toList();
  }

  private static List<String> sorted(List<String> names) {
    List<String> sorted = new ArrayList<>(names);
    Collections.sort(sorted);
    return sorted;
  }

  private static List<Path> find(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> Files.isRegularFile(f) && f.toString().endsWith(end))
          .sorted()
          .toList();
    }
  }

  private static String sha256(byte[] content) {
    return Spool.of(content).sha256();
  }
}
