package org.tierline.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often somebody without a login may write to the desk, by their address and by their name. */
@ApplicationScoped
public class CustomerLimits {

  private static final Duration PERIOD = Duration.ofMinutes(10);

  private final RateLimit addresses;
  private final RateLimit senders;

  @Inject
  public CustomerLimits(
      @ConfigProperty(name = "tierline.portal.requests-per-address", defaultValue = "100")
          int perAddress,
      @ConfigProperty(name = "tierline.portal.requests-per-sender", defaultValue = "20")
          int perSender,
      Clock clock) {
    this.addresses = new RateLimit(perAddress, PERIOD, clock);
    this.senders = new RateLimit(perSender, PERIOD, clock);
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected CustomerLimits() {
    this(1, 1, null);
  }

  /**
   * Counts a request.
   *
   * @param address the network address it came from
   * @param sender the mail address it names
   * @return how long to wait, when it is one too many
   */
  public Optional<Duration> visit(String address, String sender) {
    return addresses
        .visit(network(address))
        .or(() -> senders.visit(sender.strip().toLowerCase(Locale.ROOT)));
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
