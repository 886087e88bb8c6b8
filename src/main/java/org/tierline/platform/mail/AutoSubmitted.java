package org.tierline.platform.mail;

/** Whether a person wrote a mail; automatic ones say so, and no robot answers them (RFC 3834). */
public enum AutoSubmitted {
  /** A person wrote it. */
  NO("no"),
  /** The desk wrote it on its own account. */
  AUTO_GENERATED("auto-generated"),
  /** The desk answers a mail without a person having read it. */
  AUTO_REPLIED("auto-replied");

  private final String headerValue;

  AutoSubmitted(String headerValue) {
    this.headerValue = headerValue;
  }

  String headerValue() {
    return headerValue;
  }
}
