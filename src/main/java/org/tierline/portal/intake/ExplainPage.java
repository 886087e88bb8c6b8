package org.tierline.portal.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.tierline.intake.ExplainMail;
import org.tierline.intake.Explanation;
import org.tierline.platform.files.ScannerUnavailableException;
import org.tierline.platform.files.Spool;
import org.tierline.portal.Pages;
import org.tierline.portal.desk.Reader;

/** Where a lead drops a mail and reads what the desk would do with it; nothing is stored. */
@RequestScoped
@Path("/desk/intake/explain")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("lead")
public class ExplainPage {

  private final Pages pages;
  private final Reader reader;
  private final ExplainMail explainMail;

  @Inject
  public ExplainPage(Pages pages, Reader reader, ExplainMail explainMail) {
    this.pages = pages;
    this.reader = reader;
    this.explainMail = explainMail;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public ExplainPage() {
    this(null, null, null);
  }

  /**
   * The page.
   *
   * @param explained null before a mail was dropped
   * @param problem what was wrong with what was dropped
   */
  record Page(
      Reader.Who who,
      boolean isExplain,
      @Nullable Explanation explained,
      @Nullable String problem) {}

  @GET
  public Response ask(@Context SecurityContext caller) {
    return show(caller, null, null);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response explain(
      InputStream form,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      @Context SecurityContext caller)
      throws IOException {
    try (Spool sent = Spool.of(form);
        Spool mail = DroppedMail.in(sent, type, "mail")) {
      return mail.size() == 0
          ? show(caller, null, "Please choose a mail first.")
          : show(caller, explainMail.explain(mail), null);
    } catch (ScannerUnavailableException e) {
      return show(caller, null, "The mail would wait. " + e.getMessage());
    }
  }

  private Response show(
      SecurityContext caller, @Nullable Explanation explained, @Nullable String problem) {
    return pages.show("desk-explain", new Page(reader.of(caller), true, explained, problem));
  }
}
