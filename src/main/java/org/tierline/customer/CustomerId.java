package org.tierline.customer;

import java.util.UUID;

/**
 * Identifies a customer for as long as the desk remembers them, whatever address they write from.
 */
public record CustomerId(UUID value) {

  public static CustomerId random() {
    return new CustomerId(UUID.randomUUID());
  }

  public static CustomerId parse(String text) {
    return new CustomerId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
