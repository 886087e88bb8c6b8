package org.tierline.portal.customer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tierline.customer.AgreeWithCompany;
import org.tierline.customer.CompanyContract;
import org.tierline.customer.Contract;
import org.tierline.customer.Plan;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.portal.Pages;
import org.tierline.portal.Times;
import org.tierline.portal.Unprocessable;
import org.tierline.portal.desk.Reader;

/** Where staff look a customer up, and leads say what was agreed with them. */
@RequestScoped
@Path("/desk/customers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("staff")
public class CustomerPages {

  private static final int MAX_NAME_LENGTH = 200;
  private static final String TOO_LONG = "A name has at most 200 characters.";
  private static final URI LIST = URI.create("/desk/customers");

  private final Pages pages;
  private final Reader reader;
  private final CustomerViews views;
  private final AgreeWithCompany agreeWithCompany;
  private final DeskSettings desk;

  @Inject
  public CustomerPages(
      Pages pages,
      Reader reader,
      CustomerViews views,
      AgreeWithCompany agreeWithCompany,
      DeskSettings desk) {
    this.pages = pages;
    this.reader = reader;
    this.views = views;
    this.agreeWithCompany = agreeWithCompany;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public CustomerPages() {
    this(null, null, null, null, null);
  }

  /** One customer in words. */
  record Line(
      String id,
      String name,
      boolean isNamed,
      String email,
      String organisation,
      String plan,
      boolean isPremium,
      boolean vip,
      String since,
      @Nullable String mailFailure) {}

  /** A plan to choose. */
  record PlanChoice(String code, String name, boolean isChosen) {}

  /** One company in words. */
  record Company(String domain, String organisation, String plan, boolean isPremium, boolean vip) {}

  /** Customers that were looked for, and all companies. */
  record ListPage(
      Reader.Who who,
      boolean isCustomers,
      String q,
      List<Line> customers,
      boolean isEmpty,
      boolean more,
      List<Company> companies,
      boolean hasCompanies,
      List<PlanChoice> plans,
      @Nullable String problem) {}

  /** One customer. */
  record CustomerPage(
      Reader.Who who,
      boolean isCustomers,
      Line customer,
      List<PlanChoice> plans,
      List<CustomerViews.Request> requests,
      boolean hasRequests,
      @Nullable String problem) {}

  @GET
  public Response search(
      @QueryParam("q") @DefaultValue("") String q, @Context SecurityContext caller) {
    return list(Response.Status.OK, q, null, caller);
  }

  /** Somebody with a contract who has not written yet. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("lead")
  public Response add(
      @FormParam("email") @DefaultValue("") String email,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("plan") @DefaultValue("") String plan,
      @FormParam("vip") @DefaultValue("no") String vip,
      @FormParam("organisation") @DefaultValue("") String organisation,
      @Context SecurityContext caller) {
    Optional<EmailAddress> address = EmailAddress.parse(email);
    if (address.isEmpty()) {
      return list(
          Unprocessable.CONTENT,
          "",
          "“%s” is not a mail address we can answer to.".formatted(email.strip()),
          caller);
    }
    if (name.length() > MAX_NAME_LENGTH || isTooLong(organisation)) {
      return list(Unprocessable.CONTENT, "", TOO_LONG, caller);
    }
    CustomerJson customer =
        views.agree(
            address.get(),
            new ContractBody(name, plan(plan), vip.equals("yes"), organisation),
            caller.getUserPrincipal().getName());
    return Response.seeOther(URI.create("/desk/customers/" + customer.id())).build();
  }

  /** For everybody who writes from a mail domain. */
  @POST
  @Path("companies")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("lead")
  public Response agreeWithCompany(
      @FormParam("domain") @DefaultValue("") String domain,
      @FormParam("plan") @DefaultValue("") String plan,
      @FormParam("vip") @DefaultValue("no") String vip,
      @FormParam("organisation") @DefaultValue("") String organisation,
      @Context SecurityContext caller) {
    Optional<String> read = CompanyContract.domain(domain);
    if (read.isEmpty()) {
      return list(
          Unprocessable.CONTENT,
          "",
          "“%s” is not a mail domain such as acme.example.".formatted(domain.strip()),
          caller);
    }
    if (isTooLong(organisation)) {
      return list(Unprocessable.CONTENT, "", TOO_LONG, caller);
    }
    agreeWithCompany.agree(
        read.get(),
        new Contract(plan(plan), vip.equals("yes"), Optional.of(organisation)),
        caller.getUserPrincipal().getName());
    return Response.seeOther(LIST).build();
  }

  @POST
  @Path("companies/{domain}/end")
  @RolesAllowed("lead")
  public Response endWithCompany(
      @PathParam("domain") String domain, @Context SecurityContext caller) {
    if (!agreeWithCompany.end(domain, caller.getUserPrincipal().getName())) {
      throw new NotFoundException();
    }
    return Response.seeOther(LIST).build();
  }

  @GET
  @Path("{id}")
  public Response show(@PathParam("id") UUID id, @Context SecurityContext caller) {
    return page(Response.Status.OK, id, null, caller);
  }

  @POST
  @Path("{id}/contract")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RolesAllowed("lead")
  public Response change(
      @PathParam("id") UUID id,
      @FormParam("plan") @DefaultValue("") String plan,
      @FormParam("vip") @DefaultValue("no") String vip,
      @FormParam("organisation") @DefaultValue("") String organisation,
      @Context SecurityContext caller) {
    if (isTooLong(organisation)) {
      return page(Unprocessable.CONTENT, id, TOO_LONG, caller);
    }
    views.change(
        id,
        new Contract(plan(plan), vip.equals("yes"), Optional.of(organisation)),
        caller.getUserPrincipal().getName());
    return Response.seeOther(URI.create("/desk/customers/" + id)).build();
  }

  private static boolean isTooLong(String organisation) {
    return organisation.strip().length() > Contract.MAX_ORGANISATION_LENGTH;
  }

  private static Plan plan(String code) {
    return Arrays.stream(Plan.values())
        .filter(plan -> plan.name().equals(code))
        .findAny()
        .orElseThrow(BadRequestException::new);
  }

  private Response list(
      Response.StatusType status, String q, @Nullable String problem, SecurityContext caller) {
    CustomerViews.Found found = views.search(q);
    List<Company> companies = views.companies().stream().map(CustomerPages::company).toList();
    return pages.show(
        status,
        "desk-customers",
        new ListPage(
            reader.of(caller),
            true,
            q,
            found.customers().stream().map(this::line).toList(),
            found.customers().isEmpty(),
            found.more(),
            companies,
            !companies.isEmpty(),
            plans(Plan.STANDARD),
            problem));
  }

  private Response page(
      Response.StatusType status, UUID id, @Nullable String problem, SecurityContext caller) {
    CustomerViews.Whole whole = views.whole(id);
    return pages.show(
        status,
        "desk-customer",
        new CustomerPage(
            reader.of(caller),
            true,
            line(whole.customer()),
            plans(whole.customer().plan()),
            whole.requests(),
            !whole.requests().isEmpty(),
            problem));
  }

  private Line line(CustomerJson customer) {
    return new Line(
        customer.id(),
        customer.name() == null ? customer.email() : customer.name(),
        customer.name() != null,
        customer.email(),
        customer.organisation() == null ? "" : customer.organisation(),
        words(customer.plan()),
        customer.plan() == Plan.PREMIUM,
        customer.vip(),
        Times.dated(customer.since(), desk.zone()),
        customer.mailFailure());
  }

  private static Company company(CompanyJson company) {
    return new Company(
        company.domain(),
        company.organisation() == null ? "" : company.organisation(),
        words(company.plan()),
        company.plan() == Plan.PREMIUM,
        company.vip());
  }

  private static List<PlanChoice> plans(Plan chosen) {
    return Arrays.stream(Plan.values())
        .map(plan -> new PlanChoice(plan.name(), words(plan), plan == chosen))
        .toList();
  }

  private static String words(Plan plan) {
    return plan.name().charAt(0) + plan.name().substring(1).toLowerCase(Locale.ROOT);
  }
}
