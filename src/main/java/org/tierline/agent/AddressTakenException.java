package org.tierline.agent;

import org.tierline.platform.mail.EmailAddress;

/** Two agents cannot share a mail address: what comes from it would have two authors. */
public class AddressTakenException extends Exception {

  public AddressTakenException(EmailAddress address, AgentId owner) {
    super(address + " is the address of " + owner);
  }
}
