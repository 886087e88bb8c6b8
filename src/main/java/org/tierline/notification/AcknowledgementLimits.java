package org.tierline.notification;

/**
 * How many acknowledgements may leave within an hour. Real customers stay far below; what does not
 * is a loop, or somebody who uses the desk to fill another's mailbox.
 *
 * @param perSender to one address
 * @param perDomain to all addresses of one mail domain
 * @param unusual to all the world, before ten times the usual is too many
 */
record AcknowledgementLimits(int perSender, int perDomain, int unusual) {}
