package org.tierline.platform.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Without the database nothing works. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {

  private static final int SECONDS = 3;

  @Resource(lookup = "java:jboss/datasources/TierlineDS")
  private DataSource database;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("database");
    try (Connection connection = database.getConnection()) {
      return answer
          .status(connection.isValid(SECONDS))
          .withData("product", connection.getMetaData().getDatabaseProductName())
          .build();
    } catch (SQLException e) {
      return answer.down().withData("reason", String.valueOf(e.getMessage())).build();
    }
  }
}
