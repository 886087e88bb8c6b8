package org.tierline.portal.customer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;

/**
 * Customers and their contracts, for the company's own customer administration: it says by mail
 * address what was agreed, before or after somebody first writes.
 */
@RequestScoped
@Path("/api/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class CustomersResource {

  private final CustomerViews views;

  @Inject
  public CustomersResource(CustomerViews views) {
    this.views = views;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public CustomersResource() {
    this(null);
  }

  @GET
  public CustomerViews.Found search(@QueryParam("q") @DefaultValue("") String q) {
    return views.search(q);
  }

  @PUT
  @Path("{email}/contract")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("lead")
  public CustomerJson agree(
      @PathParam("email") String email,
      @NotNull(message = "is missing") @Valid ContractBody body,
      @Context SecurityContext caller) {
    EmailAddress address =
        EmailAddress.parse(email)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.invalid(
                            List.of(
                                new Problem.FieldError(
                                    "email", "must be a mail address we can answer to")))));
    return views.agree(address, body, caller.getUserPrincipal().getName());
  }
}
