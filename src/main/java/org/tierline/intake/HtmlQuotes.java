package org.tierline.intake;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Translates the marks by which mail programs set off quotes and signatures in HTML into those that
 * text knows: quoted blocks, a line above the table of headers, "--".
 */
final class HtmlQuotes {

  /** Elements that hold nothing but a quoted mail. */
  private static final String QUOTE =
      ".yahoo_quoted, #OLK_SRC_BODY_SECTION, #mail-editor-reference-message-container, .zmail_extra,"
          + " .protonmail_quote, .tutanota_quote, .freshdesk_quote, .front-blockquote, #isReplyContent,"
          + " blockquote.gmail_quote, blockquote.iosymail, div[name=quote],"
          + " [data-marker=__QUOTED_TEXT__]";

  /** Elements that hold the attribution, too, and perhaps answers amid the quote. */
  private static final String QUOTE_WITH_ANSWERS =
      ".gmail_quote, .gmail_quote_container, .gmail_extra";

  /** Elements with which the quoted mail begins that fills the rest. */
  private static final String REST =
      "#divRplyFwdMsg, #x_divRplyFwdMsg, .OutlookMessageHeader, hr#stopSpelling, hr#zwchr,"
          + " [data-marker=__DIVIDER__]:not(hr#zwchr)";

  /** Outlook draws a line over the table of headers; designers draw them anywhere. */
  private static final String LINED = "div[style*=border-top][style*=solid]";

  private static final String SIGNATURE =
      ".gmail_signature, [data-smartmail=gmail_signature], .moz-signature, #Signature, #signature,"
          + " .signature, .protonmail_signature_block, #ms-outlook-mobile-signature,"
          + " #ymail_android_signature, #AppleMailSignature, [data-marker=__SIG_PRE__]";

  private static final Pattern NAMED = Pattern.compile("\\p{L}[\\p{L} ]{0,30}:.*");

  private static final Pattern INDENTED =
      Pattern.compile("border(?:-left)?(?:-width|-style)?\\s*:\\s*(?:none|0)");

  private static final int BEGIN_LENGTH = 100;

  private HtmlQuotes() {}

  /** Changes the tree of a mail that is about to become text. */
  static void mark(Document mail) {
    for (Element quote : mail.select(QUOTE)) {
      markAsQuote(quote);
    }
    for (Element quote : mail.select("blockquote[type=cite], blockquote[cite]")) {
      if (isForward(quote)) {
        unmark(quote);
      }
    }
    for (Element quote : mail.select(QUOTE_WITH_ANSWERS)) {
      markWithAnswers(quote);
    }
    markLastBlockquote(mail);
    for (Element rest : mail.select(REST)) {
      drawLineAbove(rest);
    }
    for (Element block : mail.select(LINED)) {
      if (NAMED.matcher(beginOf(block)).matches()) {
        drawLineAbove(block);
      }
    }
    for (Element signature : mail.select(SIGNATURE)) {
      markAsSignature(signature);
    }
  }

  private static void markAsQuote(Element quote) {
    if (!isForward(quote)) {
      quote.tagName("blockquote").attr("type", "cite");
    }
  }

  private static void unmark(Element quote) {
    quote.removeAttr("type").removeAttr("cite").removeAttr("class");
  }

  private static void markWithAnswers(Element quote) {
    if (isForward(quote)) {
      quote.select("blockquote").forEach(HtmlQuotes::unmark);
      return;
    }
    List<Element> blocks = quote.select("blockquote");
    if (blocks.isEmpty() && quote.hasClass("gmail_quote")) {
      markAsQuote(quote);
    }
    blocks.forEach(HtmlQuotes::markAsQuote);
  }

  /**
   * One that no program names is a quote if it is the last and does not only indent; with others
   * people set off what they say themselves.
   */
  private static void markLastBlockquote(Document mail) {
    mail.select("blockquote").stream()
        .filter(block -> block.parents().stream().noneMatch(p -> p.nameIs("blockquote")))
        .reduce((earlier, later) -> later)
        .filter(block -> !INDENTED.matcher(block.attr("style").toLowerCase(Locale.ROOT)).find())
        .filter(block -> block.text().length() < mail.body().text().length())
        .ifPresent(HtmlQuotes::markAsQuote);
  }

  private static void drawLineAbove(Element element) {
    var line = new Element("div");
    line.appendChild(new TextNode("_".repeat(32)));
    element.before(line);
  }

  private static void markAsSignature(Element signature) {
    if (signature.hasText() && !signature.wholeText().stripLeading().startsWith("--")) {
      signature.prependElement("div").text("--");
    }
  }

  private static boolean isForward(Element quote) {
    return QuoteTitle.isForward(MailLines.of(beginOf(quote)), 0);
  }

  /** The first words, without reading a long mail once more for each of its elements. */
  private static String beginOf(Element element) {
    var begin = new StringBuilder();
    element.filter(
        (node, depth) -> {
          if (node instanceof TextNode words) {
            begin.append(CleanText.shortened(words.text(), BEGIN_LENGTH));
          }
          boolean lineEnds = node.nameIs("br") && !begin.toString().isBlank();
          return lineEnds || begin.length() >= BEGIN_LENGTH
              ? NodeFilter.FilterResult.STOP
              : NodeFilter.FilterResult.CONTINUE;
        });
    return begin.toString().strip();
  }
}
