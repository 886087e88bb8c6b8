package org.tierline.sla;

import org.tierline.customer.Plan;
import org.tierline.ticket.Priority;

/** The contracts' table of promises, kept by the analysts. */
public interface SlaPolicies {

  SlaPolicy policyFor(Plan plan, Priority priority);
}
