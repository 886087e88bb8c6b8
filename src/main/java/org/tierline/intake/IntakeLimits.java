package org.tierline.intake;

/**
 * How much mail of one sender the desk takes one by one.
 *
 * @param ticketsPerSender new tickets within an hour; further mails are collected in the last one
 */
record IntakeLimits(int ticketsPerSender) {}
