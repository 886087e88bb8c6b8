package org.tierline.process.ticketwork;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.sla.WarnOfBreach;

/** Service task "Warn of breach". */
@Stateless
@Named("warnOfBreach")
public class WarnOfBreachDelegate implements JavaDelegate {

  private final WarnOfBreach warnOfBreach;

  @Inject
  public WarnOfBreachDelegate(WarnOfBreach warnOfBreach) {
    this.warnOfBreach = warnOfBreach;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected WarnOfBreachDelegate() {
    this(null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    warnOfBreach.warn(TicketProcess.ticketId(execution));
  }
}
