package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether the mailboxes can be read. Always "up": a desk whose mailbox is away still serves
 * its agents and the portal, and must not be taken out of service for it.
 */
@Readiness
@ApplicationScoped
public class MailboxCheck implements HealthCheck {

  private final CollectMail collectMail;

  @Inject
  public MailboxCheck(CollectMail collectMail) {
    this.collectMail = collectMail;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected MailboxCheck() {
    this(null);
  }

  @Override
  public HealthCheckResponse call() {
    List<MailboxStatus> mailboxes = collectMail.statuses();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("mailbox")
            .up()
            .withData("configured", mailboxes.size())
            .withData("healthy", mailboxes.stream().allMatch(MailboxStatus::isHealthy));
    for (MailboxStatus status : mailboxes) {
      status
          .lastRead()
          .ifPresent(at -> answer.withData(status.mailbox() + " lastRead", at.toString()));
      status
          .problem()
          .ifPresent(problem -> answer.withData(status.mailbox() + " problem", problem));
      status.remark().ifPresent(remark -> answer.withData(status.mailbox() + " remark", remark));
    }
    return answer.build();
  }
}
