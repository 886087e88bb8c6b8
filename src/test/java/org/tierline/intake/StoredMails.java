package org.tierline.intake;

import jakarta.persistence.EntityManager;
import org.tierline.platform.files.StoredFiles;

/** The record of mails on a test database. */
final class StoredMails {

  private StoredMails() {}

  static ReceivedMails in(EntityManager em) {
    return new JpaReceivedMails(em, StoredFiles.in(em));
  }
}
