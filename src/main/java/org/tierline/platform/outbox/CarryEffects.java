package org.tierline.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tierline.platform.events.Facts;
import org.tierline.platform.transactions.Transactions;

/** Use case: empty the outbox of all effects but mail, each kind by its carrier. */
@ApplicationScoped
public class CarryEffects {

  private static final Logger LOG = System.getLogger(CarryEffects.class.getName());

  private final StoredEffects effects;
  private final Iterable<Carrier> carriers;
  private final Transactions transactions;
  private final Facts facts;
  private final Clock clock;

  @Inject
  CarryEffects(
      StoredEffects effects,
      Instance<Carrier> carriers,
      Transactions transactions,
      Facts facts,
      Clock clock) {
    this(effects, (Iterable<Carrier>) carriers, transactions, facts, clock);
  }

  CarryEffects(
      StoredEffects effects,
      Iterable<Carrier> carriers,
      Transactions transactions,
      Facts facts,
      Clock clock) {
    this.effects = effects;
    this.carriers = carriers;
    this.transactions = transactions;
    this.facts = facts;
    this.clock = clock;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected CarryEffects() {
    this(null, (Iterable<Carrier>) null, null, null, null);
  }

  /**
   * Carries out what is due.
   *
   * @return how often something left
   */
  public int carryDue() {
    int sent = 0;
    for (Carrier carrier : carriers) {
      sent += DeliveryRound.run(new Load(carrier), transactions);
    }
    return sent;
  }

  /** What has to be known of effects while no transaction is open. */
  private record Claim(List<Long> ids, List<Effect> effects) {}

  /** One kind's effects. */
  private final class Load implements DeliveryRound.Work<Claim> {

    private final Carrier carrier;

    Load(Carrier carrier) {
      this.carrier = carrier;
    }

    @Override
    public Optional<Claim> claim() {
      List<OutboxEffect> rows = effects.claim(carrier.kind(), carrier.together());
      while (!rows.isEmpty()) {
        List<OutboxEffect> needed = rows.stream().filter(row -> !isReplaced(row)).toList();
        if (!needed.isEmpty()) {
          return Optional.of(
              new Claim(
                  needed.stream().map(OutboxEffect::id).toList(),
                  needed.stream().map(OutboxEffect::effect).toList()));
        }
        rows = effects.claim(carrier.kind(), carrier.together());
      }
      return Optional.empty();
    }

    private boolean isReplaced(OutboxEffect row) {
      boolean replaced = row.isHeldUp() && carrier.goesAnotherWay(row.effect());
      if (replaced) {
        row.delivery().replaced();
      }
      return replaced;
    }

    @Override
    public String name(Claim claim) {
      return "%s effects %s".formatted(carrier.kind(), claim.ids());
    }

    @Override
    public void carry(Claim claim) throws DeliveryFailedException {
      carrier.carry(claim.effects());
    }

    @Override
    public void noteSent(Claim claim) {
      claim.ids().forEach(id -> effects.get(id).delivery().sent(clock.instant()));
    }

    @Override
    public void noteFailed(Claim claim, DeliveryFailedException failure) {
      String reason = String.valueOf(failure.getMessage());
      claim.ids().forEach(id -> noteFailed(effects.get(id), failure, reason));
      if (failure.kind() != DeliveryFailedException.Kind.NEVER) {
        effects.holdUpLane(claim.effects().get(0), reason);
      }
    }

    private void noteFailed(OutboxEffect row, DeliveryFailedException failure, String reason) {
      Instant now = clock.instant();
      Delivery delivery = row.delivery();
      if (failure.kind() == DeliveryFailedException.Kind.NEVER) {
        delivery.failed(reason);
        abandon(row, false, reason);
        return;
      }
      Duration atLeast = failure.retryAfter().orElse(Duration.ZERO);
      Optional<Instant> again =
          carrier
              .patience()
              .nextAttempt(
                  delivery.attempts(), delivery.patientSince(row.createdAt()), now, atLeast);
      if (again.isPresent()) {
        delivery.postponed(again.get(), reason);
      } else if (carrier.together()) {
        delivery.expired(reason);
        abandon(row, true, reason);
      } else {
        delivery.failed(reason);
        abandon(row, false, reason);
      }
    }

    private void abandon(OutboxEffect row, boolean outOfTime, String reason) {
      LOG.log(
          Level.WARNING,
          "{0} effect {1} {2}: {3}",
          carrier.kind(),
          String.valueOf(row.id()),
          outOfTime ? "came too late" : "failed",
          reason);
      facts.announce(new EffectAbandoned(row.effect(), outOfTime, reason));
    }
  }
}
