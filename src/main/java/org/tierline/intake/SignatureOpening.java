package org.tierline.intake;

import java.util.List;
import java.util.OptionalInt;

/** One way in which a signature, or what a program adds below it, begins. */
interface SignatureOpening {

  /** How far above the end of a mail a signature may begin. */
  int MAX_LINES = 40;

  /**
   * Where it begins, somewhere in the last {@link #MAX_LINES} lines before {@code end}; the line
   * before {@code end} is not blank.
   */
  OptionalInt startIn(List<String> lines, int end, Letterhead head);
}
