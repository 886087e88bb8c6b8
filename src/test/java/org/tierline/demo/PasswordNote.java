package org.tierline.demo;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What whoever starts the desk is told about its passwords: where they are, and each of those that
 * the desk thought of once.
 *
 * @param file the desk's own list
 * @param shown the names of the accounts whose passwords were printed
 */
record PasswordNote(Path file, Path shown) {

  static PasswordNote in(Path data) {
    return new PasswordNote(
        data.resolve("first-passwords.txt"), data.resolve("server/first-passwords-shown"));
  }

  String where(boolean chosen) {
    if (chosen) {
      return "the one in TIERLINE_DEMO_PASSWORD";
    }
    return Files.exists(file)
        ? file.toString()
        : "as before; if they are forgotten, start once with TIERLINE_DEMO_PASSWORD=...";
  }

  /** The lines nobody has seen yet; from now on they have been seen. */
  String news() throws IOException {
    if (Files.notExists(file)) {
      return "";
    }
    List<String> known = Files.exists(shown) ? Files.readAllLines(shown) : List.of();
    List<String> lines = Files.readAllLines(file);
    Files.createDirectories(shown.getParent());
    Files.write(shown, lines.stream().map(PasswordNote::account).toList());
    return lines.stream()
        .filter(line -> !known.contains(account(line)))
        .collect(joining(System.lineSeparator()));
  }

  private static String account(String line) {
    return line.split(" ", 2)[0];
  }
}
