package org.tierline.notification;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.mail.Brand;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.platform.mail.HeaderText;
import org.tierline.platform.mail.MailSettings;
import org.tierline.platform.mail.OutgoingMailFixture;

/** The letters of a desk with one brand besides its own, for tests of the pages. */
public final class PreviewLettersFixture {

  private PreviewLettersFixture() {}

  public static PreviewLetters letters() {
    var billing =
        new Brand(
            new HeaderText("Billing"),
            new EmailAddress("billing@desk.example"),
            Optional.of(Locale.GERMAN));
    return new PreviewLetters(
        new MailTemplates(Optional.empty(), ZoneOffset.UTC),
        new MailSettings(OutgoingMailFixture.HOUSE, Map.of("billing", billing)),
        new DeskSettings("Tierline", URI.create("https://desk.example"), ZoneOffset.UTC));
  }
}
