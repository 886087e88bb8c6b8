package org.tierline.notification;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheFactory;
import com.github.mustachejava.MustacheResolver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tierline.platform.DataDirectory;
import org.tierline.platform.DeskSettings;

/**
 * The wording of our mails: each a text and an HTML template of the same name, for customers in
 * their language. Templates have placeholders and sections and no logic; instants and durations
 * among the values are worded in the letter's language and the desk's zone.
 */
@ApplicationScoped
class MailTemplates {

  private static final String TEXT = ".txt.mustache";
  private static final String HTML = ".html.mustache";

  private final LetterFiles files;
  private final ZoneId zone;
  private final Map<Voice, Shelf> shelves = new ConcurrentHashMap<>();
  private final Shelf staff;

  /**
   * @param own the desk's own templates, which win over the product's
   */
  MailTemplates(Optional<Path> own, ZoneId zone) {
    this.files = new LetterFiles(own);
    this.zone = zone;
    this.staff = new Shelf(files::findForStaff);
  }

  @Inject
  MailTemplates(DataDirectory data, DeskSettings desk) {
    this(Optional.of(data.path().resolve("templates")), desk.zone());
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected MailTemplates() {
    this.files = null;
    this.zone = null;
    this.staff = null;
  }

  /**
   * What a mail says, in both forms.
   *
   * @param subject empty for staff, whose letters are headed by what happened
   */
  record Letter(String subject, String text, String html) {}

  /** Text has nothing to escape; what people wrote is written as it is. */
  private static final class PlainText extends DefaultMustacheFactory {

    private PlainText(MustacheResolver files) {
      super(files);
    }

    @Override
    public void encode(String value, Writer writer) {
      try {
        writer.write(value);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The templates of one voice, compiled when first needed. */
  private static final class Shelf {

    private final MustacheFactory html;
    private final MustacheFactory text;
    private final Words words;

    Shelf(LetterFiles.Search search) {
      MustacheResolver files = name -> search.find(name).orElse(null);
      this.html = new DefaultMustacheFactory(files);
      this.text = new PlainText(files);
      this.words = Words.read(search.find(Words.FILE).orElseThrow());
    }

    Letter write(String template, Map<String, ?> values) {
      return new Letter(
          render(text, template + LetterFiles.SUBJECT, values),
          render(text, template + TEXT, values),
          render(html, template + HTML, values));
    }

    private static String render(MustacheFactory factory, String file, Map<String, ?> values) {
      var letter = new StringWriter();
      factory.compile(file).execute(letter, values);
      return letter.toString();
    }
  }

  /**
   * A letter to a customer.
   *
   * @throws MustacheException if there is no such template
   */
  public Letter write(String template, Voice voice, Map<String, ?> values) {
    Shelf shelf = shelf(voice);
    return shelf.write(template, worded(shelf.words, values));
  }

  /**
   * A letter to staff.
   *
   * @throws MustacheException if there is no such template
   */
  public Letter writeToStaff(String template, Map<String, ?> values) {
    return staff.write(template, worded(staff.words, values));
  }

  /** How staff read times. */
  public Words staffWords() {
    return staff.words;
  }

  /** The language a letter in this voice is really written in. */
  public Locale spoken(Voice voice) {
    return shelf(voice).words.language();
  }

  /** The languages some letter is written in. */
  public List<Locale> languages() {
    return files.languages();
  }

  private Shelf shelf(Voice voice) {
    return shelves.computeIfAbsent(voice, heard -> new Shelf(file -> files.find(heard, file)));
  }

  private Map<String, Object> worded(Words words, Map<String, ?> values) {
    Map<String, Object> worded = new HashMap<>();
    values.forEach((name, value) -> worded.put(name, worded(words, value)));
    return worded;
  }

  private Object worded(Words words, Object value) {
    if (value instanceof Instant at) {
      return words.moment(at, zone);
    }
    return value instanceof Duration time ? words.span(time) : value;
  }
}
