package org.tierline.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What letters might be about: every placeholder of every letter to customers has a value here. */
final class SampleValues {

  private static final Instant SOON = Instant.parse("2026-11-23T12:00:00Z");

  private static final List<String> ANSWER =
      List.of(
          "the printer has to cool down first. Please switch it off for ten minutes.",
          "",
          "After that, the red lamp should be off.");

  /** When a customer gets a letter, by the letter's name, in the order of a ticket's life. */
  static final Map<String, String> WHEN = new LinkedHashMap<>();

  static {
    WHEN.put("acknowledgement", "We have taken in the request");
    WHEN.put("files-refused", "Files of a mail were not kept");
    WHEN.put("message", "An agent answers or asks");
    WHEN.put("escalated", "A specialist takes over");
    WHEN.put("reminder", "We wait for the customer's answer");
    WHEN.put("last-reminder", "We wait, and this is the last reminder");
    WHEN.put("bug-confirmed", "A defect of ours is behind it");
    WHEN.put("bug-outcome", "Engineering has decided about the defect");
    WHEN.put("progress", "The promised sign of life");
    WHEN.put("resolved", "We believe it is resolved");
    WHEN.put("survey", "The request is closed");
  }

  private SampleValues() {}

  /** As they might be for one letter; besides the name of the desk and links to it. */
  static Map<String, Object> of(String letter) {
    Map<String, Object> values = new HashMap<>();
    values.put("number", "#5734");
    values.put("subject", "Printer on fire");
    values.put("agent", "Ana Weber");
    values.put("lines", ANSWER);
    values.put("question", true);
    values.put("expected", SOON);
    values.put("files", 2);
    values.put("several", true);
    values.put("hoursFrom", 24);
    values.put("hoursTo", 48);
    values.put("closing", SOON.plus(Duration.ofDays(2)));
    values.put("age", Duration.ofDays(3));
    values.put("engineering", letter.equals("progress"));
    values.put("fixed", true);
    values.put("workaround", false);
    values.put("rejected", false);
    values.put("votes", votes());
    return values;
  }

  private static List<Map<String, Object>> votes() {
    return IntStream.rangeClosed(1, TellCustomer.MOST_STARS)
        .mapToObj(
            stars ->
                Map.<String, Object>of("stars", stars, "label", "★".repeat(stars), "link", "#"))
        .toList();
  }
}
