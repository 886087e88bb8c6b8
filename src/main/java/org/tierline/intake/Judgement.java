package org.tierline.intake;

import java.util.List;

/**
 * A verdict on a mail, and how it came about.
 *
 * @param mayAnswer whether the desk may answer it of its own accord
 * @param checks in the order they were asked, each with what it found
 * @param remarks what people should know before they trust the mail
 */
public record Judgement(
    Verdict verdict, boolean mayAnswer, List<Check> checks, List<String> remarks) {

  /**
   * One question that was asked about the mail.
   *
   * @param found the reason it gave for the verdict, or {@code no}
   */
  public record Check(String name, String found) {}

  public Judgement {
    checks = List.copyOf(checks);
    remarks = List.copyOf(remarks);
  }
}
