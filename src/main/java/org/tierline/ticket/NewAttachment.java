package org.tierline.ticket;

import org.tierline.platform.files.StoredFile;

/**
 * A file that arrives with a message, kept in the same transaction as the message.
 *
 * @param name the file name as the sender gave it: a label to show, never a path to open
 * @param contentType what the file is, such as {@code image/png}
 * @param contentId by which the HTML of the message may show it (RFC 2392), or an empty text
 */
public record NewAttachment(String name, String contentType, String contentId, StoredFile file) {

  /** A file no HTML shows. */
  public NewAttachment(String name, String contentType, StoredFile file) {
    this(name, contentType, "", file);
  }
}
