package org.tierline.portal.request;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tierline.platform.files.FileGate;
import org.tierline.portal.CustomerLimits;
import org.tierline.portal.Pages;
import org.tierline.portal.Unprocessable;
import org.tierline.ticket.StatusToken;

/** The form by which a customer writes to us. */
@RequestScoped
@Path("/requests/new")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class NewRequestPage {

  private final Pages pages;
  private final OwnRequest ownRequest;
  private final CustomerLimits limits;
  private final FileGate files;

  @Inject
  public NewRequestPage(Pages pages, OwnRequest ownRequest, CustomerLimits limits, FileGate files) {
    this.pages = pages;
    this.ownRequest = ownRequest;
    this.limits = limits;
    this.files = files;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public NewRequestPage() {
    this(null, null, null, null);
  }

  @GET
  public Response form(@QueryParam("subject") @DefaultValue("") String subject) {
    return pages.show("new-request", RequestForm.empty(subject, files.settings()));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response send(List<EntityPart> parts, @Context HttpServletRequest request) {
    try (SentForm sent = SentForm.of(parts, files)) {
      return send(sent, request);
    }
  }

  private Response send(SentForm sent, HttpServletRequest request) {
    RequestForm form = RequestForm.check(sent);
    if (!form.isFine()) {
      return again(Unprocessable.CONTENT, form);
    }
    Optional<Duration> wait = limits.visit(request.getRemoteAddr(), form.email());
    if (wait.isPresent()) {
      return again(
          Response.Status.TOO_MANY_REQUESTS,
          form.inTrouble(
              "We got a lot of requests from you in a short time. Please send this one again in "
                  + Math.max(1, wait.get().toMinutes())
                  + " minutes; nothing you typed is lost."));
    }
    StatusToken opened = ownRequest.open(form, sent.files());
    return Response.seeOther(URI.create("/requests/" + opened.value() + "?new=yes")).build();
  }

  private Response again(Response.StatusType status, RequestForm form) {
    return pages.show(status, "new-request", form);
  }
}
