package org.tierline.intake;

import java.util.List;
import java.util.stream.Stream;

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

  /** The same with a question that was asked before. */
  Judgement after(Check first) {
    return new Judgement(
        verdict, mayAnswer, Stream.concat(Stream.of(first), checks.stream()).toList(), remarks);
  }

  public Judgement {
    checks = List.copyOf(checks);
    remarks = List.copyOf(remarks);
  }
}
