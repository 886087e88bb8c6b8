package org.tierline.intake;

/**
 * A check under the name by which an explanation tells of it.
 *
 * @param name completes "is it …", such as {@code answer to our mail}
 */
record NamedCheck(String name, InboundCheck check) {}
