package org.tierline.portal.customer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tierline.customer.AgreeWithCompany;
import org.tierline.customer.CompanyContract;
import org.tierline.customer.Contract;
import org.tierline.customer.Plan;
import org.tierline.portal.Problem;
import org.tierline.portal.ProblemException;

/** Companies and their contracts: what holds for everybody who writes from a mail domain. */
@RequestScoped
@Path("/api/v1/companies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("staff")
public class CompaniesResource {

  private final CustomerViews views;
  private final AgreeWithCompany agreeWithCompany;

  @Inject
  public CompaniesResource(CustomerViews views, AgreeWithCompany agreeWithCompany) {
    this.views = views;
    this.agreeWithCompany = agreeWithCompany;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public CompaniesResource() {
    this(null, null);
  }

  /** Everybody something was agreed with. */
  public record CompaniesJson(List<CompanyJson> companies) {}

  /**
   * What was agreed.
   *
   * @param vip false where nothing is said
   */
  public record CompanyBody(
      @NotNull(message = "is missing") Plan plan,
      @Nullable Boolean vip,
      @Nullable @Size(
              max = Contract.MAX_ORGANISATION_LENGTH,
              message = "must not be longer than 200 characters")
          String organisation) {

    private Contract contract() {
      return new Contract(plan, Boolean.TRUE.equals(vip), Optional.ofNullable(organisation));
    }
  }

  @GET
  public CompaniesJson all() {
    return new CompaniesJson(views.companies());
  }

  @PUT
  @Path("{domain}/contract")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed("lead")
  public CompanyJson agree(
      @PathParam("domain") String domain,
      @NotNull(message = "is missing") @Valid CompanyBody body,
      @Context SecurityContext caller) {
    String company = read(domain);
    agreeWithCompany.agree(company, body.contract(), caller.getUserPrincipal().getName());
    return CompanyJson.of(company, body.contract());
  }

  @DELETE
  @Path("{domain}/contract")
  @RolesAllowed("lead")
  public void end(@PathParam("domain") String domain, @Context SecurityContext caller) {
    if (!agreeWithCompany.end(read(domain), caller.getUserPrincipal().getName())) {
      throw new NotFoundException();
    }
  }

  private static String read(String domain) {
    return CompanyContract.domain(domain)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.invalid(
                        List.of(new Problem.FieldError("domain", "must be a mail domain")))));
  }
}
