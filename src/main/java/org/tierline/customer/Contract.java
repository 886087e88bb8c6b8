package org.tierline.customer;

import java.util.Optional;

/**
 * What was agreed with a customer. Decision tables turn plan and VIP into promises and owners.
 *
 * @param vip whether they deserve our most experienced people whatever they pay
 * @param organisation whom they write for, if that is known
 */
public record Contract(Plan plan, boolean vip, Optional<String> organisation) {

  public static final int MAX_ORGANISATION_LENGTH = 200;

  /** What holds for who writes for the first time. */
  public static final Contract USUAL = new Contract(Plan.STANDARD, false, Optional.empty());

  public Contract {
    organisation = organisation.map(String::strip).filter(name -> !name.isEmpty());
    if (organisation.map(String::length).orElse(0) > MAX_ORGANISATION_LENGTH) {
      throw new IllegalArgumentException(
          "The name of an organisation has at most " + MAX_ORGANISATION_LENGTH + " characters");
    }
  }

  /** As a history says it. */
  public String words() {
    return plan + (vip ? ", VIP" : "") + organisation.map(name -> ", " + name).orElse("");
  }
}
