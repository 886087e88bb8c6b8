package org.tierline.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityNotFoundException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;

/** What a database does for files beyond keeping them. */
abstract class StoredFilesContract extends FileStoreContract {

  private final TestDatabase database;

  StoredFilesContract(TestDatabase database) {
    this.database = database;
  }

  @Override
  protected <T> T inTransaction(Function<FileStore, T> work) {
    return database.inTransaction(em -> work.apply(StoredFiles.in(em)));
  }

  @Test
  void aRollbackTakesTheFileAlong() {
    var kept = new AtomicReference<UUID>();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                inTransaction(
                    files -> {
                      kept.set(files.keep(Spool.of(new byte[600_000])).id());
                      throw new IllegalStateException("the ticket could not be opened");
                    }));

    assertThatExceptionOfType(EntityNotFoundException.class)
        .isThrownBy(() -> inTransaction(files -> files.fetch(kept.get())));
    assertThat(pieces(kept.get())).isZero();
  }

  @Test
  void noPieceIsLargerThanOneMayHoldInMemory() {
    UUID file = inTransaction(files -> files.keep(Spool.of(new byte[600_000]))).id();

    assertThat(pieces(file)).isEqualTo(3);
  }

  private long pieces(UUID file) {
    return database.inTransaction(
        em ->
            em.createQuery("select count(p) from FilePiece p where p.file = :file", Long.class)
                .setParameter("file", file)
                .getSingleResult());
  }
}
