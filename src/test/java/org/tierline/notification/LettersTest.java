package org.tierline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tierline.platform.TestClock.MONDAY_9AM;

import com.github.mustachejava.MustacheException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of the letters' wording, in every language. */
class LettersTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final List<String> OTHER_LANGUAGES = List.of("de");
  private static final Pattern TAG = Pattern.compile("\\{\\{\\{?([#^/&$<>]?)\\s*([\\w.-]+)\\s*}}");

  @TempDir Path own;

  static Set<String> letters() {
    return SampleValues.WHEN.keySet();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void allLanguagesSayTheSameThings(String letter) {
    for (String form : List.of(".txt.mustache", ".html.mustache")) {
      Set<String> english = placeholders(file("en/" + letter + form));
      for (String language : OTHER_LANGUAGES) {
        assertThat(placeholders(file(language + "/" + letter + form)))
            .as("%s in %s", letter + form, language)
            .isEqualTo(english);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void everyLetterHasASubjectAndIsFilledCompletely(String letter) {
    var templates = new MailTemplates(Optional.empty(), BERLIN);
    for (Locale language : templates.languages()) {
      MailTemplates.Letter written =
          templates.write(letter, new Voice(Optional.empty(), language), SampleValues.of(letter));

      assertThat(written.subject()).isNotBlank().doesNotContain("{{", "Subject:");
      assertThat(written.text()).doesNotContain("{{").doesNotStartWith("Subject").contains("#5734");
      assertThat(written.html()).doesNotContain("{{").contains("lang=\"" + language + "\"");
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void theSamplesNameEveryPlaceholder(String letter) {
    Set<String> known = new TreeSet<>(SampleValues.of(letter).keySet());
    known.addAll(Set.of("deskName", "statusLink", "stars", "label", "link", "."));

    assertThat(known).containsAll(placeholders(file("en/" + letter + ".txt.mustache")));
    assertThat(known)
        .containsAll(
            placeholders(file("en/" + letter + ".html.mustache")).stream()
                .filter(name -> !Set.of("body", "foot", "layout.html.mustache").contains(name))
                .toList());
  }

  @Test
  void allLanguagesHaveTheSameWordsForTimes() throws IOException {
    for (String language : OTHER_LANGUAGES) {
      assertThat(properties(language).keySet()).isEqualTo(properties("en").keySet());
    }
  }

  @Test
  void timesAreWordedInTheLanguageAndTheDesksZone() {
    var templates = new MailTemplates(Optional.empty(), BERLIN);
    var german = new Voice(Optional.empty(), Locale.GERMAN);

    assertThat(templates.write("acknowledgement", german, Map.of("expected", MONDAY_9AM)).text())
        .contains("Montag, 23. November 2026, 10:00 Uhr (Mitteleuropäische Normalzeit)");
    assertThat(templates.write("progress", german, Map.of("age", Duration.ofHours(30))).text())
        .contains("vor 30 Stunden");
    assertThat(templates.staffWords().span(Duration.ofMinutes(30))).isEqualTo("30 minutes");
    assertThat(templates.staffWords().span(Duration.ofSeconds(1))).isEqualTo("1 minute");
    assertThat(templates.staffWords().span(Duration.ofDays(2))).isEqualTo("2 days");
  }

  @Test
  void aMissingTranslationFallsBackToEnglish() {
    var templates = new MailTemplates(Optional.empty(), BERLIN);
    var finnish = new Voice(Optional.empty(), Locale.forLanguageTag("fi"));

    assertThat(templates.write("reminder", finnish, Map.of()).subject())
        .isEqualTo("We are waiting for your answer");
    assertThat(templates.spoken(finnish)).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void aRegionSpeaksItsLanguage() {
    var templates = new MailTemplates(Optional.empty(), BERLIN);

    assertThat(templates.spoken(new Voice(Optional.empty(), Locale.forLanguageTag("de-AT"))))
        .isEqualTo(Locale.GERMAN);
  }

  @Test
  void theDesksOwnWordingWinsAndABrandsOwnBeforeIt() throws IOException {
    own("de/reminder.txt.mustache", "Subject: Hallo {{number}}\n\nNa?");
    own("billing/de/reminder.txt.mustache", "Subject: Rechnungsstelle\n\nGeld?");
    var templates = new MailTemplates(Optional.of(own), BERLIN);
    var house = new Voice(Optional.empty(), Locale.GERMAN);
    var billing = new Voice(Optional.of("billing"), Locale.GERMAN);
    var shop = new Voice(Optional.of("shop"), Locale.GERMAN);

    assertThat(templates.write("reminder", house, Map.of("number", 7)).subject())
        .isEqualTo("Hallo 7");
    assertThat(templates.write("reminder", shop, Map.of("number", 7)).text()).isEqualTo("Na?");
    assertThat(templates.write("reminder", billing, Map.of()).text()).isEqualTo("Geld?");
    assertThat(templates.write("reminder", billing, Map.of()).html()).contains("Guten Tag");
  }

  @Test
  void aLanguageOfTheDesksOwnIsOfferedAndWhatItLacksIsEnglish() throws IOException {
    own("fr/reminder.txt.mustache", "Subject: Nous attendons\n\nBonjour");
    own("billing/de/reminder.txt.mustache", "Subject: x\n\ny");
    var templates = new MailTemplates(Optional.of(own), BERLIN);

    assertThat(templates.languages()).containsExactly(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH);
    var french = new Voice(Optional.empty(), Locale.FRENCH);
    assertThat(templates.write("reminder", french, Map.of()).text()).isEqualTo("Bonjour");
    assertThat(templates.write("resolved", french, Map.of()).text()).startsWith("Hello");
  }

  @Test
  void anUnknownLetterIsAnError() {
    var templates = new MailTemplates(Optional.empty(), BERLIN);

    assertThatThrownBy(
            () -> templates.write("love", new Voice(Optional.empty(), Locale.ENGLISH), Map.of()))
        .isInstanceOf(MustacheException.class);
  }

  private void own(String file, String content) throws IOException {
    Path path = own.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private static Set<String> placeholders(String template) {
    return TAG.matcher(template)
        .results()
        .filter(tag -> !tag.group(1).equals("/"))
        .map(tag -> tag.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties properties(String language) throws IOException {
    var words = new Properties();
    try (InputStream in =
        LettersTest.class.getResourceAsStream("/mail/" + language + "/words.properties")) {
      words.load(in);
    }
    return words;
  }

  private static String file(String path) {
    try (InputStream in = LettersTest.class.getResourceAsStream("/mail/" + path)) {
      assertThat(in).as(path).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
