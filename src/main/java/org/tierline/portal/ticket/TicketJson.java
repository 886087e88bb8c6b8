package org.tierline.portal.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.customer.Customer;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.portal.Pictures;
import org.tierline.sla.TicketClocks;
import org.tierline.ticket.Attachment;
import org.tierline.ticket.Channel;
import org.tierline.ticket.Direction;
import org.tierline.ticket.Message;
import org.tierline.ticket.Priority;
import org.tierline.ticket.Purpose;
import org.tierline.ticket.Ticket;
import org.tierline.ticket.TicketStatus;

/**
 * A ticket as others read it; the names are a contract.
 *
 * @param mailbox the short name of the mailbox it came through, where there are several
 * @param language the language customers of that mailbox write in
 * @param mergedInto the number of the ticket in which it goes on, if it was merged
 */
public record TicketJson(
    long number,
    String subject,
    TicketStatus status,
    @Nullable Long mergedInto,
    String category,
    Priority priority,
    String team,
    @Nullable String assignee,
    RequesterJson requester,
    Channel channel,
    @Nullable String mailbox,
    @Nullable String language,
    Instant createdAt,
    Instant updatedAt,
    List<MessageJson> messages,
    SlaJson sla) {

  /** The customer. */
  public record RequesterJson(String email, @Nullable String name) {}

  /**
   * One message.
   *
   * @param author as people read it
   * @param visibleReply without quotes and signature
   * @param copies who got it beside us, or beside the customer
   * @param html sanitized; pictures of the mail itself have addresses staff may load them from
   * @param original where staff may load the mail from as it came, if it came by mail
   */
  public record MessageJson(
      String id,
      Direction direction,
      Purpose purpose,
      String author,
      Instant at,
      String text,
      String visibleReply,
      @Nullable String html,
      List<String> copies,
      List<AttachmentJson> attachments,
      @Nullable String original) {

    static MessageJson of(Ticket ticket, Message message) {
      return new MessageJson(
          message.id().toString(),
          message.direction(),
          message.purpose(),
          message.author().name(),
          message.at(),
          message.text(),
          message.visibleReply(),
          message
              .html()
              .map(
                  html ->
                      Pictures.in(
                          html, message, file -> address(ticket, message, file) + "/picture"))
              .orElse(null),
          message.copies().stream().map(EmailAddress::value).toList(),
          message.attachments().stream()
              .map(file -> AttachmentJson.of(ticket, message, file))
              .toList(),
          message.originalFile().map(kept -> address(ticket, message) + "/original").orElse(null));
    }
  }

  /** A file; {@code url} is where staff may load it from. */
  public record AttachmentJson(
      String name, String contentType, long size, String sha256, String url) {

    private static AttachmentJson of(Ticket ticket, Message message, Attachment file) {
      return new AttachmentJson(
          file.name(),
          file.contentType(),
          file.size(),
          file.sha256(),
          address(ticket, message, file));
    }
  }

  private static String address(Ticket ticket, Message message, Attachment file) {
    return address(ticket, message) + "/attachments/" + file.id();
  }

  private static String address(Ticket ticket, Message message) {
    return "/api/v1/tickets/%d/messages/%s".formatted(ticket.number().value(), message.id());
  }

  static TicketJson of(
      Ticket ticket, Customer requester, @Nullable Long mergedInto, @Nullable TicketClocks clocks) {
    return of(
        ticket,
        requester,
        mergedInto,
        ticket.messages().stream().map(message -> MessageJson.of(ticket, message)).toList(),
        clocks);
  }

  /** For a list: without the conversation. */
  static TicketJson heading(
      Ticket ticket, Customer requester, @Nullable Long mergedInto, @Nullable TicketClocks clocks) {
    return of(ticket, requester, mergedInto, List.of(), clocks);
  }

  private static TicketJson of(
      Ticket ticket,
      Customer requester,
      @Nullable Long mergedInto,
      List<MessageJson> messages,
      @Nullable TicketClocks clocks) {
    return new TicketJson(
        ticket.number().value(),
        ticket.subject(),
        ticket.status(),
        mergedInto,
        ticket.category().code(),
        ticket.priority(),
        ticket.team().value(),
        ticket.assignee().map(AgentId::value).orElse(null),
        new RequesterJson(requester.email().value(), requester.name().orElse(null)),
        ticket.channel(),
        ticket.origin().mailbox().orElse(null),
        ticket.origin().language().map(Locale::toLanguageTag).orElse(null),
        ticket.createdAt(),
        ticket.updatedAt(),
        messages,
        SlaJson.of(ticket, clocks));
  }
}
