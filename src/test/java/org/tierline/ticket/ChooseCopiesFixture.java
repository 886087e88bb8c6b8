package org.tierline.ticket;

import org.tierline.agent.Agents;
import org.tierline.customer.Customers;
import org.tierline.platform.mail.OutgoingMailFixture;

/** Lets tests of other features choose who hears an answer. */
public final class ChooseCopiesFixture {

  private ChooseCopiesFixture() {}

  public static ChooseCopies among(Tickets tickets, Customers customers, Agents agents) {
    return new ChooseCopies(
        tickets, customers, agents, OutgoingMailFixture.SETTINGS, OutgoingMailFixture.SEAL);
  }
}
