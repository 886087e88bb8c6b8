package org.tierline.notification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In whose name and language a letter to a customer is written.
 *
 * @param brand the short name of the mailbox the customer came through, if through one
 */
record Voice(Optional<String> brand, Locale language) {

  /** What the desk speaks where it knows no better, and where a translation is missing. */
  static final Locale FALLBACK = Locale.ENGLISH;

  /** The languages whose wording may serve, best first: de-AT, then de, then English. */
  List<String> languages() {
    return Stream.of(language.toLanguageTag(), language.getLanguage(), FALLBACK.getLanguage())
        .distinct()
        .toList();
  }
}
