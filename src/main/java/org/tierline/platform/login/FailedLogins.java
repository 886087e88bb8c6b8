package org.tierline.platform.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who tried to log in how often in vain. After five wrong passwords for an account from one
 * address, or fifty for whatever accounts, that address has to wait; the owner of the account,
 * elsewhere, does not. Remembers only the latest, so that a flood of made-up names costs no memory.
 */
final class FailedLogins {

  static final int MOST_PER_ACCOUNT = 5;
  static final int MOST_PER_ADDRESS = 50;
  static final Duration PAUSE = Duration.ofMinutes(15);

  /** Programs send several requests at once, each with the password. */
  private static final int MOST_AT_ONCE = 30;

  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Tally> tallies =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
          return size() > REMEMBERED;
        }
      };

  FailedLogins(Clock clock) {
    this.clock = clock;
  }

  private static final class Tally {
    private final int most;
    private int failed;
    private int running;
    private Instant last = Instant.EPOCH;

    private Tally(int most) {
      this.most = most;
    }
  }

  /**
   * Somebody tries to log in; whoever was let in here reports how it ended.
   *
   * @return how long to wait instead
   */
  synchronized Optional<Duration> tries(String account, String address) {
    Tally ofAccount = tally(account, address);
    Tally ofAddress = tally(address);
    Optional<Duration> wait = pause(ofAccount).or(() -> pause(ofAddress));
    if (wait.isEmpty()) {
      ofAccount.running++;
      ofAddress.running++;
    }
    return wait;
  }

  synchronized void succeeded(String account, String address) {
    Tally ofAccount = tally(account, address);
    ofAccount.running = Math.max(0, ofAccount.running - 1);
    ofAccount.failed = 0;
    Tally ofAddress = tally(address);
    ofAddress.running = Math.max(0, ofAddress.running - 1);
  }

  /** Says whether the account has to wait from now on. */
  synchronized boolean failed(String account, String address) {
    boolean pauses = failed(tally(account, address));
    return failed(tally(address)) || pauses;
  }

  private boolean failed(Tally tally) {
    tally.running = Math.max(0, tally.running - 1);
    tally.failed++;
    tally.last = clock.instant();
    return tally.failed >= tally.most;
  }

  private Optional<Duration> pause(Tally tally) {
    Instant again = tally.last.plus(PAUSE);
    Instant now = clock.instant();
    if (!now.isBefore(again)) {
      tally.failed = 0;
    }
    if (tally.failed == 0 && tally.running < MOST_AT_ONCE) {
      return Optional.empty();
    }
    if (tally.failed + tally.running < tally.most) {
      return Optional.empty();
    }
    // waiting for others that are tried right now takes a moment only
    return Optional.of(
        tally.failed >= tally.most ? Duration.between(now, again) : Duration.ofSeconds(1));
  }

  private Tally tally(String account, String address) {
    String key = account.toLowerCase(Locale.ROOT) + '\n' + network(address);
    return tallies.computeIfAbsent(key, unknown -> new Tally(MOST_PER_ACCOUNT));
  }

  private Tally tally(String address) {
    return tallies.computeIfAbsent(network(address), unknown -> new Tally(MOST_PER_ADDRESS));
  }

  /** Whoever has one IPv6 address has 2^64 of them. */
  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    String[] groups = address.split("[:%]", -1);
    return String.join(":", java.util.Arrays.copyOf(groups, Math.min(4, groups.length)));
  }
}
