package org.tierline.process.customerwait;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.tierline.process.TicketProcess;
import org.tierline.ticket.ResumeWork;

/** Service task "Resume work". */
@Stateless
@Named("resumeWork")
public class ResumeWorkDelegate implements JavaDelegate {

  private final ResumeWork resumeWork;

  @Inject
  public ResumeWorkDelegate(ResumeWork resumeWork) {
    this.resumeWork = resumeWork;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected ResumeWorkDelegate() {
    this(null);
  }

  @Override
  public void execute(DelegateExecution execution) {
    resumeWork.resume(TicketProcess.ticketId(execution), "the customer answered");
  }
}
