package org.tierline.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every store of files must do; run against memory, H2 and PostgreSQL. */
abstract class FileStoreContract {

  /** Runs work as one transaction would. */
  protected abstract <T> T inTransaction(Function<FileStore, T> work);

  @Test
  void aSmallFileComesBackByteByByte() throws IOException {
    comesBack(new byte[] {0, 1, 2, (byte) 0xFF});
  }

  @Test
  void anEmptyFileComesBackEmpty() throws IOException {
    comesBack(new byte[0]);
  }

  @Test
  void aFileOfManyPiecesComesBackByteByByte() throws IOException {
    byte[] content = new byte[2 * 1024 * 1024 + 17];
    new Random(1).nextBytes(content);

    comesBack(content);
  }

  @Test
  void theBeginningOfAFileIsReadAlone() {
    UUID file = keep("Subject: Printer on fire".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    byte[] first = inTransaction(files -> files.start(file, 7));
    byte[] all = inTransaction(files -> files.start(file, 1000));
    assertThat(first).asString().isEqualTo("Subject");
    assertThat(all).hasSize(24);
  }

  @Test
  void whatWasNeverKeptIsNotThere() {
    assertThatExceptionOfType(EntityNotFoundException.class)
        .isThrownBy(() -> inTransaction(files -> files.fetch(UUID.randomUUID())));
  }

  private void comesBack(byte[] content) throws IOException {
    UUID file = keep(content);

    try (Spool fetched = inTransaction(files -> files.fetch(file));
        InputStream in = fetched.open()) {
      assertThat(in.readAllBytes()).isEqualTo(content);
      assertThat(fetched.sha256()).isEqualTo(Spool.of(content).sha256());
    }
  }

  private UUID keep(byte[] content) {
    try (Spool spool = Spool.of(content)) {
      return inTransaction(files -> files.keep(spool)).id();
    }
  }
}
