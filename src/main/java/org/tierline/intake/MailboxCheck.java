package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether the mailbox can be read. Always "up": a desk whose mailbox is away still serves its
 * agents and the portal, and must not be taken out of service for it.
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
    MailboxStatus status = collectMail.status();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("mailbox")
            .up()
            .withData("configured", status.mailbox().isPresent())
            .withData("healthy", status.isHealthy());
    status.lastRead().ifPresent(at -> answer.withData("lastRead", at.toString()));
    status.problem().ifPresent(problem -> answer.withData("problem", problem));
    return answer.build();
  }
}
