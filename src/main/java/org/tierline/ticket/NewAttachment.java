package org.tierline.ticket;

/**
 * A file that arrives with a message.
 *
 * @param name the file name as the sender gave it: a label to show, never a path to open
 * @param contentType the media type as declared, such as {@code image/png}
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record NewAttachment(String name, String contentType, byte[] content) {}
