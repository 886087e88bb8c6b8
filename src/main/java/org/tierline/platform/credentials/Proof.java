package org.tierline.platform.credentials;

/** How we prove to a mail server who we are. */
public enum Proof {
  PASSWORD,
  /** A short-lived token in the form Google and Microsoft ask for. */
  XOAUTH2
}
