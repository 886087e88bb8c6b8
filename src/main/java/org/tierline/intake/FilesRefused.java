package org.tierline.intake;

import org.tierline.platform.mail.EmailAddress;
import org.tierline.ticket.TicketId;

/**
 * A mail brought files the desk does not keep: too large, too many, or refused by the scanner. The
 * conversation names each and says why.
 *
 * @param sender who sent them, and believes that we have them
 * @param mayAnswer whether an automatic answer to the mail would reach a person
 * @param files how many
 */
public record FilesRefused(TicketId ticket, EmailAddress sender, boolean mayAnswer, int files) {}
