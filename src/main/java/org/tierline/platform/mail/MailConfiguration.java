package org.tierline.platform.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.tierline.platform.DeskSettings;

/** Fills the mail settings from MicroProfile Config. */
@Dependent
class MailConfiguration {

  private static final Pattern MAILBOX_NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  @Produces
  @Singleton
  MailSettings mail(Config config, DeskSettings desk) {
    EmailAddress support =
        address(config, "tierline.mail.support-address").orElse(MailSettings.EXAMPLE);
    var house = new Brand(HeaderText.from(desk.name()), support, Optional.empty());
    Map<String, Brand> brands = new TreeMap<>();
    for (String mailbox : mailboxes(config)) {
      String prefix = MailSettings.keyOf(mailbox);
      brands.put(
          mailbox,
          new Brand(
              config
                  .getOptionalValue(prefix + "brand", String.class)
                  .map(HeaderText::from)
                  .orElse(house.name()),
              address(config, prefix + "address").orElse(support),
              language(config, prefix + "language")));
    }
    return new MailSettings(house, brands);
  }

  private static List<String> mailboxes(Config config) {
    List<String> names =
        config.getOptionalValue("tierline.mail.mailboxes", String.class).stream()
            .flatMap(list -> Arrays.stream(list.split(",")))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    for (String name : names) {
      if (!MAILBOX_NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "tierline.mail.mailboxes: \"%s\" is no name of lower-case letters, digits and hyphens"
                .formatted(HeaderText.printable(name)));
      }
    }
    return names;
  }

  private static Optional<EmailAddress> address(Config config, String key) {
    return config
        .getOptionalValue(key, String.class)
        .map(
            value ->
                EmailAddress.parse(value)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                key + " is not a mail address: " + HeaderText.printable(value))));
  }

  private static Optional<Locale> language(Config config, String key) {
    return config
        .getOptionalValue(key, String.class)
        .map(
            value -> {
              try {
                return new Locale.Builder().setLanguageTag(value).build();
              } catch (IllformedLocaleException e) {
                throw new IllegalArgumentException(
                    key + " is not a language such as en: " + HeaderText.printable(value), e);
              }
            });
  }
}
