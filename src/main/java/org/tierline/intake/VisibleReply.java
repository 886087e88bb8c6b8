package org.tierline.intake;

import java.util.List;

/**
 * What a person newly wrote in a mail: without the mails it quotes and without signature. Where the
 * rules leave nothing, everything counts as written.
 *
 * @param text the new words
 * @param signature what stands below them, or empty
 */
record VisibleReply(String text, String signature) {

  /** Taking one thing off may lay another bare; nobody stacks them higher. */
  private static final int MAX_ROUNDS = 10;

  static VisibleReply of(String mail) {
    return of(mail, Letterhead.NONE);
  }

  static VisibleReply of(String mail, Letterhead head) {
    var reply = new VisibleReply(mail.strip(), "");
    VisibleReply before = null;
    for (int round = 0; round < MAX_ROUNDS && !reply.equals(before); round++) {
      before = reply;
      reply = reply.shorter(head);
    }
    return reply;
  }

  /** Of an HTML mail, in which mail programs say by the markup what is quoted. */
  static VisibleReply ofHtml(String html, Letterhead head) {
    return of(CleanText.of(HtmlMail.text(html)), head.withSureMarks());
  }

  /**
   * Of a mail that says the same twice. The plain form is taken unless the markup shows that less
   * of it is new.
   */
  static VisibleReply of(String mail, String html, Letterhead head) {
    VisibleReply plain = of(mail, head);
    String whole = CleanText.of(HtmlMail.text(html)).strip();
    VisibleReply marked = of(whole, head.withSureMarks());
    String all = letters(plain.text);
    String less = letters(marked.text);
    boolean isPart = !less.isEmpty() && (all.startsWith(less) || all.endsWith(less));
    boolean hidesMore = !marked.text.equals(whole) && less.length() < all.length();
    return isPart && hidesMore ? marked : plain;
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private VisibleReply shorter(Letterhead head) {
    List<String> written = Quotes.cut(List.of(text.split("\n", -1)), head);
    int start = Signatures.startIn(written, head);
    String words = String.join("\n", written.subList(0, start)).strip();
    String below = String.join("\n", written.subList(start, written.size())).strip();
    return words.isEmpty() ? this : new VisibleReply(words, (below + "\n" + signature).strip());
  }
}
