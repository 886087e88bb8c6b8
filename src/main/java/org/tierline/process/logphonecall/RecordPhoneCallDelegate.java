package org.tierline.process.logphonecall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.RecordPhoneCall;

/** Service task "Record phone call". */
@Stateless
@Named("recordPhoneCall")
public class RecordPhoneCallDelegate implements JavaDelegate {

  private final RecordPhoneCall recordPhoneCall;

  @Inject
  public RecordPhoneCallDelegate(RecordPhoneCall recordPhoneCall) {
    this.recordPhoneCall = recordPhoneCall;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected RecordPhoneCallDelegate() {
    this(null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    recordPhoneCall.record(TicketProcess.ticketNumber(execution), LogPhoneCall.takenBy(execution));
  }
}
