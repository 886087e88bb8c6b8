package org.tierline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordNoteTest {

  @TempDir Path data;

  @Test
  void namesTheFileOnlyIfThereIsOne() throws IOException {
    PasswordNote note = PasswordNote.in(data);
    assertThat(note.where(false)).startsWith("as before").doesNotContain("first-passwords.txt");

    Files.writeString(note.file(), "admin    one\n");

    assertThat(note.where(false)).isEqualTo(note.file().toString());
    assertThat(note.where(true)).isEqualTo("the one in TIERLINE_DEMO_PASSWORD");
  }

  @Test
  void everyPasswordIsShownOnceWheneverItsAccountWasMade() throws IOException {
    PasswordNote note = PasswordNote.in(data);
    assertThat(note.news()).isEmpty();

    Files.writeString(note.file(), "admin    one\n");
    assertThat(note.news()).isEqualTo("admin    one");
    assertThat(note.news()).isEmpty();

    Files.writeString(note.file(), "admin    one\nana      two\n");
    assertThat(note.news()).isEqualTo("ana      two");
    assertThat(note.shown()).content().doesNotContain("one", "two");
  }
}
