package org.tierline.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the wording of letters lies: one folder per language in the product, and above it the
 * desk's own folder, whose files win. There, {@code de/reminder.txt.mustache} replaces one letter
 * for all customers, {@code billing/de/reminder.txt.mustache} for those of the brand {@code
 * billing} only. The text of a letter to a customer begins with a line that holds its subject.
 */
final class LetterFiles {

  /** Asks for the subject of a letter; a file of its own to the template engine. */
  static final String SUBJECT = ".txt.mustache#subject";

  private static final String HOME = "mail/";
  private static final String SUBJECT_LINE = "Subject: ";

  /** The languages the product speaks. */
  private static final List<String> BUILT_IN = List.of("en", "de");

  private final @Nullable Path own;

  LetterFiles(Optional<Path> own) {
    this.own = own.orElse(null);
  }

  /** Finds a file by its name. */
  interface Search {
    Optional<Reader> find(String file);
  }

  /** A file of a letter to a customer, in the best language there is. */
  Optional<Reader> find(Voice voice, String file) {
    return first(voice.languages().stream().flatMap(tag -> places(voice.brand(), tag)), file);
  }

  /** A file of a letter to staff. */
  Optional<Reader> findForStaff(String file) {
    return first(Stream.of(builtIn("staff/"), builtIn("en/")), file);
  }

  /** The languages some letter is written in, the product's own first. */
  List<Locale> languages() {
    return Stream.concat(BUILT_IN.stream(), ownLanguages().sorted())
        .distinct()
        .map(Locale::forLanguageTag)
        .toList();
  }

  private Stream<String> ownLanguages() {
    if (own == null || !Files.isDirectory(own)) {
      return Stream.empty();
    }
    try (Stream<Path> folders = Files.list(own)) {
      return folders
          .map(folder -> folder.getFileName().toString())
          .filter(name -> name.matches("[a-z]{2}(-[A-Z]{2})?"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A folder that may hold a file. */
  private interface Place {
    Optional<String> read(String file);
  }

  private Stream<Place> places(Optional<String> brand, String language) {
    String folder = language + "/";
    return Stream.concat(
        brand.map(name -> ofTheDesk(name + "/" + folder)).stream(),
        Stream.of(ofTheDesk(folder), builtIn(folder)));
  }

  private static Optional<Reader> first(Stream<Place> places, String file) {
    boolean subject = file.endsWith(SUBJECT);
    String name = subject ? file.substring(0, file.lastIndexOf('#')) : file;
    return places
        .map(place -> place.read(name))
        .flatMap(Optional::stream)
        .findFirst()
        .map(text -> new StringReader(subject ? subjectOf(text) : bodyOf(text)));
  }

  private static String subjectOf(String text) {
    return text.startsWith(SUBJECT_LINE)
        ? text.lines().findFirst().orElseThrow().substring(SUBJECT_LINE.length()).strip()
        : "";
  }

  private static String bodyOf(String text) {
    return text.startsWith(SUBJECT_LINE)
        ? text.substring(text.indexOf('\n') + 1).stripLeading()
        : text;
  }

  private Place ofTheDesk(String folder) {
    return file -> {
      Path path = own == null ? null : own.resolve(folder + file);
      if (path == null || !Files.isRegularFile(path)) {
        return Optional.empty();
      }
      try {
        return Optional.of(Files.readString(path));
      } catch (IOException e) {
        throw new UncheckedIOException("Template " + path + " cannot be read", e);
      }
    };
  }

  private static Place builtIn(String folder) {
    return file -> {
      ClassLoader loader = LetterFiles.class.getClassLoader();
      try (InputStream in = loader.getResourceAsStream(HOME + folder + file)) {
        return in == null
            ? Optional.empty()
            : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
