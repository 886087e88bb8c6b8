package org.tierline.portal.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.tierline.intake.ExplainMail;
import org.tierline.intake.Explanation;
import org.tierline.platform.files.ScannerUnavailableException;
import org.tierline.platform.files.Spool;

/** The way mail comes in, for leads and their programs. */
@RequestScoped
@Path("/api/v1/intake")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("lead")
public class IntakeResource {

  private static final long RETRY_AFTER_SECONDS = 60L;

  private final ExplainMail explainMail;

  @Inject
  public IntakeResource(ExplainMail explainMail) {
    this.explainMail = explainMail;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public IntakeResource() {
    this(null);
  }

  /** Says what the desk would do with this mail and why; nothing is stored. */
  @POST
  @Path("explain")
  @Consumes("message/rfc822")
  public Explanation explain(InputStream mail) throws IOException {
    try (Spool raw = Spool.of(mail)) {
      return explainMail.explain(raw);
    } catch (ScannerUnavailableException e) {
      throw new ServiceUnavailableException(e.getMessage(), RETRY_AFTER_SECONDS, e);
    }
  }
}
