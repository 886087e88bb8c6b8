package org.tierline.intake;

/** What opens a mailbox. Asked for at every connection, because it may change while we run. */
interface Credentials {

  /** The password or token of now. */
  String current() throws MailboxUnavailableException;

  /**
   * The mail server did not accept what {@link #current()} gave.
   *
   * @return whether there is another one now, worth a second try
   */
  boolean renew() throws MailboxUnavailableException;

  /** A password out of the settings. */
  static Credentials fixed(String secret) {
    return new Credentials() {
      @Override
      public String current() {
        return secret;
      }

      @Override
      public boolean renew() {
        return false;
      }
    };
  }
}
