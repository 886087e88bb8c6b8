package org.tierline.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The fixtures by which Request Tracker and FreeScout keep their own mail readers honest. */
@EnabledIfSystemProperty(named = Corpora.FOLDER, matches = ".+")
class PeersEvaluationTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("filename=\"((?:\\\\.|[^\"\\\\])*)\"");

  @Test
  void requestTrackersFixturesAreRead() throws IOException {
    var words = new CorpusScore("rt encoded words and names", 0.9);
    var mails = new CorpusScore("rt mails", 1);
    Path corpus = Corpora.folder("rt-mail");
    for (JsonNode one : JSON.readTree(corpus.resolve("mime-decode-cases.json").toFile())) {
      String input = one.path("input").asText();
      String expected = one.path("expected").asText();
      Matcher name = NAME.matcher(expected);
      if (name.find()) {
        words.add(input, name.group(1).replace("\\\"", "\""), nameIn(input));
      } else {
        words.add(input, expected, EncodedWords.decode(input));
      }
    }
    for (JsonNode one : JSON.readTree(corpus.resolve("expectations.json").toFile())) {
      String file = one.path("file").asText();
      InboundMessage mail = CorpusScore.read(corpus.resolve(file));
      boolean right =
          mail.subject().contains(one.path("expect_subject").asText())
              && mail.text().contains(one.path("expect_body_contains").asText())
              && (!one.has("expect_attachment")
                  || mail.files().stream()
                      .anyMatch(f -> f.name().equals(one.path("expect_attachment").asText())))
              && (!one.path("expect").asText().contains("extracted") || !mail.files().isEmpty());
      mails.add(right, file, one, mail.subject() + mail.text() + mail.files());
    }
    CorpusScore.check(words, mails);
  }

  private static String nameIn(String disposition) {
    String mail =
        "Content-Type: application/octet-stream\nContent-Disposition: "
            + disposition.strip()
            + "\n\nx";
    return CorpusScore.read(mail.getBytes(UTF_8)).files().get(0).name();
  }

  @Test
  void freeScoutsFixturesAreRead() throws IOException {
    var mails = new CorpusScore("freescout mails", 1);
    Path corpus = Corpora.folder("peer-misc").resolve("freescout");
    for (JsonNode one : JSON.readTree(corpus.resolve("expectations.json").toFile()).path("cases")) {
      InboundMessage mail = CorpusScore.read(corpus.resolve(one.path("file").asText()));
      String html = mail.html().orElse("").replaceAll("\\s", "");
      boolean right =
          mail.subject().contains(one.path("subject").asText())
              && mail.text().startsWith(one.path("text_body").asText().strip())
              && mail.text().endsWith(one.path("text_body_ends").asText())
              && CorpusScore.words(html).contains(CorpusScore.words(one.path("html_body").asText()))
              && (!one.has("html_body_ends") || !html.isEmpty());
      mails.add(right, one.path("file").asText(), one, mail.text());
    }
    CorpusScore.check(mails);
  }

  @Test
  void osTicketsRobotsAreNotAnswered() throws IOException {
    var robots = new CorpusScore("osticket robots not answered", 1);
    Path file = Corpora.folder("peer-misc").resolve("osticket-headers.json");
    JsonNode headers = JSON.readTree(file.toFile());
    for (JsonNode header : headers.path("auto_reply_headers")) {
      String from = "From: carla@customer.example\nSubject: Re: Printer\n";
      byte[] mail = (from + header.asText() + "\n\nx").getBytes(ISO_8859_1);
      robots.add(
          !CorpusScore.read(mail).mayAnswer(),
          header.asText().toLowerCase(Locale.ROOT),
          "no answer",
          "an answer");
    }
    CorpusScore.check(robots);
  }
}
