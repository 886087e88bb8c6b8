package org.tierline.platform.outbox;

import java.util.Optional;
import java.util.UUID;

/**
 * Something that shall happen outside the desk, such as a note in a Slack channel.
 *
 * @param key the same however often it has to be tried; who can, tells the other side
 * @param kind who carries it out, such as {@code slack}
 * @param ticket the ticket it is about, if any
 * @param target whom or what it concerns; effects of one kind and target keep their order
 * @param content what is to be done, as its carrier writes and reads it
 */
public record Effect(UUID key, String kind, Optional<UUID> ticket, String target, String content) {}
