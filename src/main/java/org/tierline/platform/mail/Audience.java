package org.tierline.platform.mail;

/** Who a mail is for; an answer to a mail for staff is not a customer's word. */
public enum Audience {
  CUSTOMER,
  STAFF
}
