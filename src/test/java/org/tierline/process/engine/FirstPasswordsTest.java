package org.tierline.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tierline.platform.DataDirectory;

class FirstPasswordsTest {

  @TempDir Path directory;

  private FirstPasswords passwords;

  @BeforeEach
  void open() {
    passwords = new FirstPasswords(new DataDirectory(directory));
  }

  @Test
  void nobodyElseReadsThem() throws IOException {
    Path file = passwords.add(Map.of("admin", "one"));

    assertThat(file).hasContent("admin    one");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whoComesLaterIsAddedToThoseWhoWereThere() throws IOException {
    passwords.add(Map.of("admin", "one"));

    Path file = passwords.add(Map.of("ana", "two"));

    assertThat(file).hasContent("admin    one\nana      two");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(directory)
        .isDirectoryContaining(file::equals)
        .isDirectoryNotContaining("glob:*.new");
  }

  @Test
  void aPasswordThatWasReplacedIsNoLongerListed() {
    passwords.add(Map.of("admin", "one"));
    passwords.add(Map.of("ana", "two"));

    passwords.forget(List.of("ana", "tom"));

    assertThat(directory.resolve("first-passwords.txt")).hasContent("admin    one");
  }

  @Test
  void aFileThatWouldSayNothingIsGone() {
    passwords.add(Map.of("ana", "two"));

    passwords.forget(List.of("ana"));
    passwords.forget(List.of("ana"));

    assertThat(directory.resolve("first-passwords.txt")).doesNotExist();
  }
}
