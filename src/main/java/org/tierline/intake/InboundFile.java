package org.tierline.intake;

/**
 * A file in a mail.
 *
 * @param name cleaned of everything that could mislead a reader; still only a label
 * @param inline whether the text shows it, such as a picture in a signature
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record InboundFile(String name, String contentType, byte[] content, boolean inline) {}
