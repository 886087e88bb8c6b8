package org.tierline.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few marks an article may use, a small part of Markdown: {@code ## heading}, {@code - item},
 * {@code 1. step}, {@code **strong**}, {@code `typed`} and {@code [label](address)}; an empty line
 * ends a paragraph. Everything else is text.
 */
public final class ArticleMarkup {

  private static final Pattern INLINE =
      Pattern.compile("\\*\\*([^*]+)\\*\\*|`([^`]+)`|\\[([^\\[\\]]+)]\\(([^()\\s]+)\\)");

  /** Our own pages and secure addresses; never a script. */
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s\"'<>]+|/(?!/)[^\\s\"'<>\\\\]*|mailto:[^\\s\"'<>]+");

  private static final Pattern STEP = Pattern.compile("\\d{1,2}\\. ");

  private ArticleMarkup() {}

  /** What a line begins with says which block it belongs to. */
  private enum Block {
    HEADING("h2", ""),
    ITEMS("ul", "li"),
    STEPS("ol", "li"),
    PARAGRAPH("p", "");

    private final String element;
    private final String lineElement;

    Block(String element, String lineElement) {
      this.element = element;
      this.lineElement = lineElement;
    }

    static Block of(String line) {
      if (line.startsWith("## ")) {
        return HEADING;
      }
      if (line.startsWith("- ")) {
        return ITEMS;
      }
      return STEP.matcher(line).lookingAt() ? STEPS : PARAGRAPH;
    }

    String withoutMark(String line) {
      return switch (this) {
        case HEADING -> line.substring(3);
        case ITEMS -> line.substring(2);
        case STEPS -> STEP.matcher(line).replaceFirst("");
        case PARAGRAPH -> line;
      };
    }

    String html(List<String> lines) {
      var html = new StringBuilder("<" + element + ">");
      if (lineElement.isEmpty()) {
        html.append(inline(String.join("\n", lines)));
      } else {
        lines.forEach(line -> html.append("<li>").append(inline(line)).append("</li>"));
      }
      return html.append("</").append(element).append(">\n").toString();
    }
  }

  /** HTML that is safe whoever wrote the text: the elements are ours, all the rest is escaped. */
  public static String html(String text) {
    var html = new StringBuilder();
    for (String part : text.replace("\r\n", "\n").split("\n\\s*\n", -1)) {
      appendBlocks(part.strip(), html);
    }
    return html.toString();
  }

  private static void appendBlocks(String part, StringBuilder html) {
    if (part.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    Block block = Block.of(part);
    for (String line : part.split("\n", -1)) {
      Block next = Block.of(line);
      if (!lines.isEmpty() && (next != block || block == Block.HEADING)) {
        html.append(block.html(lines));
        lines.clear();
      }
      block = next;
      lines.add(next.withoutMark(line));
    }
    html.append(block.html(lines));
  }

  private static String inline(String text) {
    var html = new StringBuilder();
    Matcher mark = INLINE.matcher(text);
    int done = 0;
    while (mark.find()) {
      html.append(escaped(text.substring(done, mark.start())));
      html.append(marked(mark));
      done = mark.end();
    }
    return html.append(escaped(text.substring(done))).toString();
  }

  private static String marked(Matcher mark) {
    if (mark.group(1) != null) {
      return "<strong>" + escaped(mark.group(1)) + "</strong>";
    }
    if (mark.group(2) != null) {
      return "<code>" + escaped(mark.group(2)) + "</code>";
    }
    String address = mark.group(4);
    return ADDRESS.matcher(address).matches()
        ? "<a href=\"" + escaped(address) + "\">" + escaped(mark.group(3)) + "</a>"
        : escaped(mark.group());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
