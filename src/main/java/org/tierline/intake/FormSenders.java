package org.tierline.intake;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tierline.platform.mail.EmailAddress;

/**
 * The contact forms and relays that write in other people's names: their mails come from an address
 * of their own, and say in Reply-To who asks.
 */
record FormSenders(Set<EmailAddress> addresses, Set<String> domains) {

  static final FormSenders NONE = new FormSenders(Set.of(), Set.of());

  static final String KEY = "tierline.mail.form-senders";

  FormSenders {
    addresses = Set.copyOf(addresses);
    domains = Set.copyOf(domains);
  }

  /**
   * @param list addresses, and domains as {@code @forms.example}, separated by commas
   * @throws IllegalArgumentException if something in it is neither
   */
  static FormSenders of(String list) {
    Set<EmailAddress> entries =
        Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .map(FormSenders::whole)
            .collect(Collectors.toSet());
    return new FormSenders(
        entries.stream().filter(entry -> !isDomain(entry)).collect(Collectors.toSet()),
        entries.stream()
            .filter(FormSenders::isDomain)
            .map(EmailAddress::domain)
            .collect(Collectors.toSet()));
  }

  boolean include(EmailAddress sender) {
    return addresses.contains(sender) || domains.contains(sender.domain());
  }

  /** A domain stands for every address there, written with a star. */
  private static EmailAddress whole(String entry) {
    return Optional.of(entry.startsWith("@") ? "*" + entry : entry)
        .flatMap(EmailAddress::parse)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: \"%s\" is neither a mail address nor @ and a domain"
                        .formatted(KEY, CleanText.line(entry, 100))));
  }

  private static boolean isDomain(EmailAddress entry) {
    return entry.value().startsWith("*@");
  }
}
