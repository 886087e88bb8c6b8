package org.tierline.intake;

import java.util.List;
import java.util.OptionalInt;

/** Finds the signature at the end of what somebody wrote; something above it always remains. */
final class Signatures {

  /** Signature, notice and advertising together are never longer. */
  private static final int MAX_LINES = 200;

  private static final List<SignatureOpening> OPENINGS =
      List.of(
          new SignatureLine(),
          new DeviceLine(),
          new LegalNotice(),
          new Farewell(),
          new SenderName());

  private Signatures() {}

  /** Where the signature begins; the number of lines when there is none. */
  static int startIn(List<String> lines, Letterhead head) {
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    int start = lines.size();
    int above = withoutBlanks(lines, start);
    boolean found = above > first;
    while (found && above > lines.size() - MAX_LINES) {
      found = false;
      for (SignatureOpening opening : OPENINGS) {
        OptionalInt at = opening.startIn(lines, above, head);
        if (at.isPresent() && at.getAsInt() > first) {
          start = withFarewell(lines, first, at.getAsInt());
          above = withoutBlanks(lines, start);
          found = true;
        }
      }
    }
    return start;
  }

  /** "Kind regards" belongs to the signature below it, even where no name follows. */
  private static int withFarewell(List<String> lines, int first, int start) {
    int above = withoutBlanks(lines, start) - 1;
    return above > first && Farewell.isClosing(lines.get(above)) ? above : start;
  }

  private static int withoutBlanks(List<String> lines, int end) {
    int above = end;
    while (above > 0 && lines.get(above - 1).isBlank()) {
      above--;
    }
    return above;
  }
}
