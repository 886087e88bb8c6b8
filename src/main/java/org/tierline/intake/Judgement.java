package org.tierline.intake;

import java.util.List;

/**
 * A verdict on a mail, and how it came about.
 *
 * @param checks in the order they were asked; the last one decided, unless none did
 */
public record Judgement(Verdict verdict, List<Check> checks) {

  /**
   * One question that was asked about the mail.
   *
   * @param found the reason it gave for the verdict, or {@code no}
   */
  public record Check(String name, String found) {}

  public Judgement {
    checks = List.copyOf(checks);
  }
}
