package org.tierline.process.tickettriage;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.sla.PromiseResponse;

/** Service task "Promise response". */
@Stateless
@Named("promiseResponse")
public class PromiseResponseDelegate implements JavaDelegate {

  private final PromiseResponse promiseResponse;

  @Inject
  public PromiseResponseDelegate(PromiseResponse promiseResponse) {
    this.promiseResponse = promiseResponse;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected PromiseResponseDelegate() {
    this(null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    promiseResponse.promise(TicketProcess.ticketId(execution));
  }
}
