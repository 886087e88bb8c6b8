package org.tierline.notification;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;

/** The wording of our mails: each a text and an HTML template of the same name. */
@ApplicationScoped
class MailTemplates {

  private final MustacheFactory html = new DefaultMustacheFactory("mail");
  private final MustacheFactory text = new PlainText();

  /** Text has nothing to escape; what people wrote is written as it is. */
  private static final class PlainText extends DefaultMustacheFactory {

    private PlainText() {
      super("mail");
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

  /** What a mail says, in both forms. */
  record Letter(String text, String html) {}

  /**
   * @throws MustacheException if there is no such template
   */
  public Letter write(String template, Map<String, ?> values) {
    return new Letter(
        render(text, template + ".txt.mustache", values),
        render(html, template + ".html.mustache", values));
  }

  private static String render(MustacheFactory factory, String file, Map<String, ?> values) {
    var letter = new StringWriter();
    factory.compile(file).execute(letter, values);
    return letter.toString();
  }
}
