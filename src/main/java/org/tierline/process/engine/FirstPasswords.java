package org.tierline.process.engine;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tierline.platform.DataDirectory;

/**
 * The passwords that the desk itself thought of, in a file for its operator alone: one line for
 * each account that was never given another.
 */
final class FirstPasswords {

  private static final String FILE = "first-passwords.txt";

  private final DataDirectory data;

  FirstPasswords(DataDirectory data) {
    this.data = data;
  }

  /** Adds accounts to those of earlier starts. */
  Path add(Map<String, String> passwords) {
    Map<String, String> lines = lines();
    passwords.forEach((login, password) -> lines.put(login, "%-8s %s".formatted(login, password)));
    return write(lines);
  }

  /** These accounts have other passwords now. */
  void forget(Collection<String> logins) {
    Map<String, String> lines = lines();
    if (!lines.keySet().removeAll(logins)) {
      return;
    }
    if (lines.isEmpty()) {
      delete();
    } else {
      write(lines);
    }
  }

  private Path write(Map<String, String> lines) {
    String end = System.lineSeparator();
    return data.writeSecret(FILE, lines.values().stream().collect(joining(end, "", end)));
  }

  private Map<String, String> lines() {
    Path file = file();
    try {
      return Files.notExists(file)
          ? new LinkedHashMap<>()
          : Files.readAllLines(file).stream()
              .collect(
                  toMap(
                      line -> line.split(" ", 2)[0],
                      line -> line,
                      (earlier, later) -> later,
                      LinkedHashMap::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void delete() {
    try {
      Files.delete(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    return data.path().resolve(FILE);
  }
}
