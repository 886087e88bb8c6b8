package org.tierline.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.mail.MailSettings;

/** Use case: read what customers would get, in each language and brand, before they get it. */
@ApplicationScoped
public class PreviewLetters {

  private final MailTemplates templates;
  private final MailSettings mail;
  private final DeskSettings desk;

  @Inject
  PreviewLetters(MailTemplates templates, MailSettings mail, DeskSettings desk) {
    this.templates = templates;
    this.mail = mail;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected PreviewLetters() {
    this(null, null, null);
  }

  /**
   * A letter in one language.
   *
   * @param spoken the language it is really written in; another where a translation is missing
   */
  public record Version(Locale language, Locale spoken, String subject, String text, String html) {}

  /** The letters, in the order a customer may get them, and when they do. */
  public Map<String, String> letters() {
    return SampleValues.WHEN;
  }

  /** The short names of the brands that may have wording of their own. */
  public List<String> brands() {
    return List.copyOf(new TreeSet<>(mail.brands().keySet()));
  }

  /** A letter in every language some letter is written in. */
  public List<Version> preview(String letter, Optional<String> brand) {
    return templates.languages().stream()
        .map(language -> preview(letter, brand, language))
        .toList();
  }

  /** A letter in one language, filled with values as they might be. */
  public Version preview(String letter, Optional<String> brand, Locale language) {
    var voice = new Voice(brand, language);
    Map<String, Object> values = new HashMap<>(SampleValues.of(letter));
    values.put("deskName", desk.name());
    values.put("statusLink", desk.link("/requests/sample").toString());
    MailTemplates.Letter written = templates.write(letter, voice, values);
    return new Version(
        language,
        templates.spoken(voice),
        "[#5734] " + written.subject(),
        written.text(),
        written.html());
  }
}
