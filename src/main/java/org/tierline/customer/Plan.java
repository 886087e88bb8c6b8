package org.tierline.customer;

/** The support contract a customer holds; decision tables turn it into response times. */
public enum Plan {
  STANDARD,
  PREMIUM
}
