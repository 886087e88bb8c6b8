package org.tierline.knowledge;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.tierline.ticket.Category;

/** The articles a demonstration desk begins with, read from {@code demo/articles.md}. */
final class StarterArticles {

  private static final Pattern NEXT_ARTICLE = Pattern.compile("^# ", Pattern.MULTILINE);

  private StarterArticles() {}

  static List<ArticleText> read() {
    try (InputStream file =
        Objects.requireNonNull(
            StarterArticles.class.getResourceAsStream("/demo/articles.md"), "demo/articles.md")) {
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An article is a {@code # title}, lines of {@code name: value}, an empty line and its body; what
   * stands before the first is a remark.
   */
  static List<ArticleText> parse(String file) {
    return NEXT_ARTICLE.splitAsStream(file).skip(1).map(StarterArticles::article).toList();
  }

  private static ArticleText article(String text) {
    String[] parts = text.split("\n\n", 2);
    String[] head = parts[0].split("\n", -1);
    Map<String, String> fields =
        Arrays.stream(head)
            .skip(1)
            .map(line -> line.split(": ", 2))
            .collect(toMap(field -> field[0], field -> field[1]));
    return new ArticleText(
        field(fields, "slug"),
        head[0].strip(),
        field(fields, "summary"),
        parts[1].strip(),
        Arrays.asList(field(fields, "keywords").split(", ", -1)),
        new Category(field(fields, "category")),
        "en",
        LocalDate.parse(field(fields, "review")));
  }

  private static String field(Map<String, String> fields, String name) {
    return Objects.requireNonNull(fields.get(name), () -> name + " is missing in " + fields);
  }
}
