package org.tierline.sla;

import org.tierline.customer.Plan;
import org.tierline.ticket.Category;
import org.tierline.ticket.Priority;

/** The contracts' table of promises, kept by the analysts. */
public interface SlaPolicies {

  /**
   * What a promise depends on.
   *
   * @param brand the mailbox the request came through; empty if there is only one
   */
  record Request(Plan plan, Priority priority, Category category, String brand) {}

  SlaPolicy policyFor(Request request);
}
