package org.tierline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows how the desk fares with its mailbox. Never calls the desk unready: portal and agents can
 * work while the mail server is away.
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
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("mailbox").up();
    answer.withData("read", status.lastRead().map(Object::toString).orElse("never"));
    answer.withData("problem", status.problem().orElse("none"));
    return answer.build();
  }
}
