package org.tierline.ticket;

/** An id that belongs to no ticket: a broken reference inside the desk. */
public class UnknownTicketException extends RuntimeException {

  public UnknownTicketException(TicketId id) {
    super("No ticket " + id);
  }
}
