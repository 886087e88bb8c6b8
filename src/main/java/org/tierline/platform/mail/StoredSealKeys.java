package org.tierline.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.tierline.platform.transactions.NotCommittedException;
import org.tierline.platform.transactions.Transactions;

/**
 * The keys the operator supplies, and the one the desk made when it first needed one. That one lies
 * in the database beside the mails it protects: every node reads the same, and a backup holds both
 * or neither.
 */
@ApplicationScoped
class StoredSealKeys implements SealKeys {

  private static final int KEY_BYTES = 32;

  @PersistenceContext private EntityManager em;
  private final Transactions transactions;
  private final SealSettings settings;
  private final Clock clock;
  private volatile List<byte[]> keys = List.of();

  @Inject
  StoredSealKeys(Transactions transactions, SealSettings settings, Clock clock) {
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  StoredSealKeys(EntityManager em, Transactions transactions, SealSettings settings, Clock clock) {
    this(transactions, settings, clock);
    this.em = em;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected StoredSealKeys() {
    this(null, null, null);
  }

  @Override
  public List<byte[]> all() {
    List<byte[]> known = keys;
    if (known.isEmpty()) {
      known = find();
      keys = known;
    }
    return known;
  }

  private List<byte[]> find() {
    List<String> stored = transactions.inNew(this::stored);
    if (stored.isEmpty() && settings.keys().isEmpty()) {
      stored = make();
    }
    return Stream.concat(settings.keys().stream(), stored.stream())
        .map(key -> key.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private List<String> stored() {
    return em.createQuery("select k from SealKey k order by k.id desc", SealKey.class)
        .getResultStream()
        .map(SealKey::secret)
        .toList();
  }

  private List<String> make() {
    byte[] secret = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(secret);
    var made = new SealKey(HexFormat.of().formatHex(secret), clock.instant());
    try {
      transactions.inNew(
          () -> {
            em.persist(made);
            return true;
          });
    } catch (PersistenceException | NotCommittedException e) {
      List<String> others = transactions.inNew(this::stored);
      if (others.isEmpty()) {
        throw e;
      }
      return others; // another node was faster; its key is everybody's
    }
    return List.of(made.secret());
  }
}
