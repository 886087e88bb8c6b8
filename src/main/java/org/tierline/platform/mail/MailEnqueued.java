package org.tierline.platform.mail;

/** There is something to send as soon as the transaction has committed. */
record MailEnqueued() {}
