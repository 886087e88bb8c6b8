package org.tierline.platform.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityNotFoundException;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class JpaFileStore implements FileStore {

  private static final int PIECE = 256 * 1024;

  @PersistenceContext private EntityManager em;

  JpaFileStore() {}

  JpaFileStore(EntityManager em) {
    this.em = em;
  }

  @Override
  public StoredFile keep(Spool content) {
    var file = new StoredFile(content.size(), content.sha256());
    em.persist(file);
    try (InputStream in = content.open()) {
      int position = 0;
      for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
        keep(new FilePiece(file.id(), position++, piece));
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends it off at once, so that no two pieces are in memory. */
  private void keep(FilePiece piece) {
    em.persist(piece);
    em.flush();
    em.detach(piece);
  }

  @Override
  public Spool fetch(UUID id) {
    var content = new Spool();
    try {
      Optional<Piece> next = piece(id, 0);
      long size = next.map(Piece::fileSize).orElseGet(() -> sizeOf(id));
      for (int position = 1; next.isPresent(); position++) {
        content.write(next.get().content());
        next = content.size() < size ? piece(id, position) : Optional.empty();
      }
      if (content.size() != size) {
        throw new EntityNotFoundException("The end of file " + id + " is missing");
      }
      return content;
    } catch (IOException e) {
      content.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      content.close();
      throw e;
    }
  }

  private long sizeOf(UUID id) {
    StoredFile file = em.find(StoredFile.class, id);
    if (file == null) {
      throw new EntityNotFoundException("There is no file " + id);
    }
    return file.size();
  }

  @Override
  public byte[] start(UUID id, int most) {
    return piece(id, 0)
        .map(Piece::content)
        .map(piece -> piece.length <= most ? piece : Arrays.copyOf(piece, most))
        .orElse(new byte[0]);
  }

  @SuppressWarnings("ArrayRecordComponent") // written away at once, never compared
  private record Piece(byte[] content, long fileSize) {}

  /** As values, so that the entity manager does not hold on to them. */
  private Optional<Piece> piece(UUID id, int position) {
    return em.createQuery(
            "select p.content, f.size from FilePiece p join StoredFile f on f.id = p.file"
                + " where p.file = :file and p.position = :position",
            Object[].class)
        .setParameter("file", id)
        .setParameter("position", position)
        .getResultStream()
        .findFirst()
        .map(row -> new Piece((byte[]) row[0], (Long) row[1]));
  }
}
