package org.tierline.intake;

/**
 * How much mail of one sender, or of one mail domain, the desk takes one by one.
 *
 * @param ticketsPerSender new tickets within an hour; further mails are collected in the last one
 * @param ticketsPerDomain the same for everybody at a mail domain, where strangers may be
 *     neighbours
 * @param answersPerSender mails of one sender to one ticket within an hour; further ones are kept
 *     there, but wake nobody
 */
record IntakeLimits(int ticketsPerSender, int ticketsPerDomain, int answersPerSender) {}
