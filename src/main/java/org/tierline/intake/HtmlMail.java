package org.tierline.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** What an HTML mail says, as text, and as HTML that can do no harm. */
final class HtmlMail {

  /** The address of a part of the mail by its Content-ID (RFC 2392). */
  private static final Pattern OF_THIS_MAIL = Pattern.compile("(?i)cid:[!-~]{1,250}");

  private static final Pattern NOT_OF_THIS_MAIL =
      Pattern.compile("(?i)(?!\\s*cid:).*", Pattern.DOTALL);

  /**
   * Letters and their looks; no scripts, styles, forms or anything that is fetched from elsewhere
   * when an agent opens the ticket.
   */
  private static final PolicyFactory HARMLESS =
      new HtmlPolicyBuilder()
          .allowElements(
              "p",
              "div",
              "span",
              "br",
              "hr",
              "pre",
              "blockquote",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "ul",
              "ol",
              "li",
              "dl",
              "dt",
              "dd",
              "b",
              "i",
              "u",
              "s",
              "em",
              "strong",
              "small",
              "big",
              "sub",
              "sup",
              "code",
              "tt",
              "del",
              "ins",
              "cite",
              "q",
              "center",
              "font",
              "table",
              "thead",
              "tbody",
              "tfoot",
              "tr",
              "td",
              "th",
              "caption",
              "a")
          .allowAttributes("colspan", "rowspan")
          .onElements("td", "th")
          .allowAttributes("dir", "lang")
          .globally()
          .allowUrlProtocols("http", "https", "mailto", "cid")
          .allowAttributes("href")
          .matching(NOT_OF_THIS_MAIL)
          .onElements("a")
          // a picture the mail itself carries; whoever shows it puts our own address there
          .allowElements(HtmlMail::withSource, "img")
          .allowAttributes("src")
          .matching(OF_THIS_MAIL)
          .onElements("img")
          .allowAttributes("alt")
          .onElements("img")
          .allowAttributes("width", "height")
          .matching(Pattern.compile("[0-9]{1,4}"))
          .onElements("img")
          .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
          .allowTextIn("table")
          .toFactory();

  private static final Set<String> SILENT =
      Set.of("head", "title", "style", "script", "noscript", "template", "object", "svg", "math");

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "pre",
          "table",
          "tr",
          "blockquote",
          "hr",
          "center",
          "section",
          "article",
          "header",
          "footer",
          "address",
          "form",
          "fieldset");

  private static final Pattern META_CHARSET =
      Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([A-Za-z0-9_:-]{1,40})");

  private static final Pattern TITLE = Pattern.compile("(?i)<title\\b");

  private HtmlMail() {}

  /** A picture from elsewhere has lost its source by now and is not worth a gap. */
  private static @Nullable String withSource(String element, List<String> attributes) {
    for (int i = 0; i < attributes.size(); i += 2) {
      if (attributes.get(i).equals("src")) {
        return element;
      }
    }
    return null;
  }

  /** HTML may say itself what it is written in. */
  static String decode(byte[] bytes, String declared) {
    if (!declared.isEmpty()) {
      return MailCharset.decode(bytes, declared);
    }
    String start = new String(bytes, 0, Math.min(bytes.length, 2048), StandardCharsets.ISO_8859_1);
    Matcher meta = META_CHARSET.matcher(start);
    return MailCharset.decode(bytes, meta.find() ? meta.group(1) : "");
  }

  /** Each line of a text, below what an HTML mail says. */
  static String paragraphs(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> "<p>" + Entities.escape(line) + "</p>")
        .collect(Collectors.joining());
  }

  static String harmless(String html) {
    return HARMLESS.sanitize(html);
  }

  /**
   * The whole page, under its title: programs that send faxes or newsletters say things there that
   * they say nowhere else.
   *
   * @param subject which needs no repeating
   */
  static String page(String html, String subject) {
    String title = TITLE.matcher(html).find() ? Jsoup.parse(html).title() : "";
    return title.isBlank() || title.equalsIgnoreCase(subject)
        ? harmless(html)
        : "<p>" + Entities.escape(CleanText.line(title, 500)) + "</p>\n" + harmless(html);
  }

  static String text(String html) {
    Document document = Jsoup.parse(html);
    HtmlQuotes.mark(document);
    var writer = new TextWriter();
    document.traverse(writer);
    return writer.finished();
  }

  /** Walks the tree without recursion, so that no nesting is too deep for it. */
  private static final class TextWriter implements NodeVisitor {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int silent;
    private int quoted;
    private int preformatted;
    private boolean blankLineDue;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        if (silent == 0) {
          append(words.getWholeText());
        }
        return;
      }
      if (!(node instanceof Element element)) {
        return;
      }
      String tag = element.normalName();
      if (SILENT.contains(tag)) {
        silent++;
      } else if (tag.equals("br")) {
        endLine(true);
      } else if (tag.equals("li")) {
        endLine(false);
        line.append("* ");
      } else if (tag.equals("td") || tag.equals("th")) {
        line.append(line.isEmpty() ? "" : " ");
      } else if (BLOCKS.contains(tag)) {
        endLine(false);
        blankLineDue |= isParagraph(tag);
      }
      if (isQuote(element)) {
        quoted++;
      }
      if (tag.equals("pre")) {
        preformatted++;
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element)) {
        return;
      }
      String tag = element.normalName();
      if (SILENT.contains(tag)) {
        silent--;
      }
      if (BLOCKS.contains(tag) || tag.equals("li")) {
        endLine(false);
        blankLineDue |= isParagraph(tag);
      }
      if (isQuote(element)) {
        quoted--;
      }
      if (tag.equals("pre")) {
        preformatted--;
      }
    }

    private static boolean isParagraph(String tag) {
      return tag.equals("p") || tag.equals("blockquote") || tag.equals("table");
    }

    /** A blockquote quotes a mail when mail programs made it; people indent with it, too. */
    private static boolean isQuote(Element element) {
      return element.normalName().equals("blockquote")
          && (element.attr("type").equalsIgnoreCase("cite")
              || element.className().toLowerCase(Locale.ROOT).contains("quote")
              || element.hasAttr("cite"));
    }

    private void append(String words) {
      if (preformatted > 0) {
        String[] lines = words.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
          line.append(lines[i]);
          if (i < lines.length - 1) {
            endLine(true);
          }
        }
        return;
      }
      String collapsed = words.replace('\u00A0', ' ').replaceAll("\\s+", " ");
      boolean atStart = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
      line.append(atStart ? collapsed.stripLeading() : collapsed);
    }

    private void endLine(boolean evenIfEmpty) {
      String words = line.toString().stripTrailing();
      line.setLength(0);
      if (words.isEmpty() && !evenIfEmpty) {
        return;
      }
      if (blankLineDue && !text.isEmpty() && !endsWithBlankLine()) {
        text.append('\n');
      }
      blankLineDue = false;
      text.append("> ".repeat(Math.min(quoted, 10))).append(words).append('\n');
    }

    private boolean endsWithBlankLine() {
      int length = text.length();
      return length > 1 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n';
    }

    private String finished() {
      endLine(false);
      return text.toString().replaceAll("\n{3,}", "\n\n").strip();
    }
  }
}
