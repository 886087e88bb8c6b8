package org.tierline.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tierline.intake.Bounce.Action;
import org.tierline.intake.Bounce.Recipient;
import org.tierline.platform.mail.MailId;

/**
 * What Amazon's mail service reports about mails sent through it, when it does so by mail: an event
 * in JSON, and below it a few lines for people.
 */
final class SesNotification {

  /** Every mail of Amazon's notification service has it. */
  static final String HEADER = "X-Amz-Sns-Message-Id";

  private static final ObjectMapper JSON = new ObjectMapper();

  private SesNotification() {}

  /** Empty when the text is no such event. */
  static Optional<KindOfMail> in(String text) {
    int start = text.indexOf('{');
    if (start < 0 || !text.contains("\"mail\"")) {
      return Optional.empty();
    }
    try {
      JsonNode event = JSON.readTree(text.substring(start));
      String type = event.path("notificationType").asText(event.path("eventType").asText());
      Optional<MailId> original = originalId(event);
      return switch (type) {
        case "Bounce" ->
            bounce(recipients(event.at("/bounce/bouncedRecipients"), Action.FAILED), original);
        case "DeliveryDelay" ->
            bounce(
                recipients(event.at("/deliveryDelay/delayedRecipients"), Action.DELAYED), original);
        case "Delivery" ->
            bounce(recipients(event.at("/delivery/recipients"), Action.DELIVERED), original);
        case "Complaint" ->
            Optional.of(
                new KindOfMail(
                    MailKind.FEEDBACK_REPORT,
                    "a complaint reported by Amazon SES",
                    Optional.of(new Bounce(List.of(), original))));
        default -> Optional.empty();
      };
    } catch (JsonProcessingException e) {
      return Optional.empty(); // only looks like one
    }
  }

  private static Optional<KindOfMail> bounce(
      List<Recipient> recipients, Optional<MailId> original) {
    return Optional.of(
        new KindOfMail(
            MailKind.BOUNCE,
            "reported by Amazon SES",
            Optional.of(new Bounce(recipients, original))));
  }

  private static List<Recipient> recipients(JsonNode named, Action action) {
    return each(named)
        .map(
            entry ->
                new Recipient(
                    CleanText.line(entry.path("emailAddress").asText(entry.asText()), 254),
                    action,
                    DeliveryStatus.code(entry.path("status").asText()).orElse("")))
        .toList();
  }

  private static Optional<MailId> originalId(JsonNode event) {
    Stream<String> inHeaders =
        each(event.path("mail").path("headers"))
            .filter(
                header ->
                    header.path("name").asText().toLowerCase(Locale.ROOT).equals("message-id"))
            .map(header -> header.path("value").asText());
    String common = event.path("mail").path("commonHeaders").path("messageId").asText();
    return Stream.concat(inHeaders, Stream.of(common))
        .map(MailId::parse)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).limit(500);
  }
}
