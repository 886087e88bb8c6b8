package org.tierline.ticket;

/** Somebody asked of a ticket what its status does not allow, such as resolving a closed one. */
public class IllegalTicketStateException extends RuntimeException {

  public IllegalTicketStateException(TicketNumber ticket, String action, TicketStatus status) {
    super("Cannot " + action + " ticket " + ticket + ": it is " + status);
  }
}
