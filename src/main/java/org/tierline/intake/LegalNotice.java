package org.tierline.intake;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The last paragraphs of a mail that only a lawyer would write. */
final class LegalNotice implements SignatureOpening {

  private static final int MAX_LENGTH = 3_000;

  private static final Set<String> NOTICE = ReplyWords.of("notice");

  @Override
  public OptionalInt startIn(List<String> lines, int end, Letterhead head) {
    int start = end;
    while (start > 0 && start > end - MAX_LINES && !lines.get(start - 1).isBlank()) {
      start--;
    }
    boolean ownParagraph = start > 0 && lines.get(start - 1).isBlank();
    if (!ownParagraph) {
      return OptionalInt.empty();
    }
    int length = 0;
    for (String line : lines.subList(start, end)) {
      length += line.length();
    }
    if (length > MAX_LENGTH) {
      return OptionalInt.empty();
    }
    String words = ReplyWords.plain(String.join(" ", lines.subList(start, end)));
    return NOTICE.stream().anyMatch(words::contains) ? OptionalInt.of(start) : OptionalInt.empty();
  }
}
