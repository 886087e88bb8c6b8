package org.tierline.portal.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tierline.agent.AgentId;
import org.tierline.intake.CannotTakeInException;
import org.tierline.intake.NotInQuarantineException;
import org.tierline.intake.OverruleVerdict;
import org.tierline.intake.Quarantine;
import org.tierline.intake.ReceivedMail;
import org.tierline.platform.DeskSettings;
import org.tierline.platform.mail.EmailAddress;
import org.tierline.portal.Downloads;
import org.tierline.portal.Pages;
import org.tierline.portal.Times;
import org.tierline.portal.Unprocessable;
import org.tierline.ticket.Author;
import org.tierline.ticket.TicketNumber;

/** Where a lead looks at the mails the desk could not make sense of, and decides on each. */
@RequestScoped
@Path("/desk/quarantine")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("lead")
public class QuarantinePages {

  private static final int MOST_WAITING = 200;
  private static final int SET_ASIDE_PER_PAGE = 50;
  private static final int LAST_PAGE = 100_000;

  private static final URI LIST = URI.create("/desk/quarantine");

  private final Pages pages;
  private final Reader reader;
  private final Quarantine quarantine;
  private final OverruleVerdict overruleVerdict;
  private final DeskSettings desk;

  @Inject
  public QuarantinePages(
      Pages pages,
      Reader reader,
      Quarantine quarantine,
      OverruleVerdict overruleVerdict,
      DeskSettings desk) {
    this.pages = pages;
    this.reader = reader;
    this.quarantine = quarantine;
    this.overruleVerdict = overruleVerdict;
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public QuarantinePages() {
    this(null, null, null, null, null);
  }

  /** A mail nobody understood. */
  record Mail(
      UUID id,
      String received,
      String sender,
      String subject,
      String size,
      String reason,
      String headers) {}

  /** A machine's mail that belongs to no ticket. */
  record SetAside(UUID id, String received, String sender, String subject, String reason) {}

  /** The mails that wait for a lead. */
  record QuarantinePage(
      Reader.Who who,
      boolean isQuarantine,
      List<Mail> mails,
      boolean isEmpty,
      @Nullable String problem,
      long size,
      @Nullable Long notShown,
      List<SetAside> setAside,
      boolean hasSetAside,
      @Nullable Integer newer,
      @Nullable Integer older) {}

  @GET
  public Response waiting(
      @QueryParam("page") @DefaultValue("0") int page, @Context SecurityContext caller) {
    return page(Response.Status.OK, null, Math.max(0, Math.min(page, LAST_PAGE)), caller);
  }

  @POST
  @Path("{mail}/replay")
  public Response replay(@PathParam("mail") UUID mail, @Context SecurityContext caller) {
    try {
      quarantine.replay(mail);
      return Response.seeOther(LIST).build();
    } catch (NotInQuarantineException e) {
      return page(Response.Status.CONFLICT, e.getMessage(), caller);
    }
  }

  /** A person sees a request where the desk saw none. */
  @POST
  @Path("{mail}/take-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response takeIn(
      @PathParam("mail") UUID mail,
      @FormParam("customer") @DefaultValue("") String customer,
      @Context SecurityContext caller) {
    Optional<EmailAddress> named = EmailAddress.parse(customer);
    if (named.isEmpty() && !customer.isBlank()) {
      return page(
          Unprocessable.CONTENT, "The customer's address is no address we can answer to.", caller);
    }
    try {
      TicketNumber ticket = overruleVerdict.takeIn(mail, named, author(caller));
      return Response.seeOther(URI.create("/desk/tickets/" + ticket.value())).build();
    } catch (NotInQuarantineException e) {
      return page(Response.Status.CONFLICT, e.getMessage(), caller);
    } catch (CannotTakeInException e) {
      return page(Unprocessable.CONTENT, e.getMessage(), caller);
    }
  }

  private Author author(SecurityContext caller) {
    Reader.Who who = reader.of(caller);
    return Author.of(new AgentId(who.login()), who.name());
  }

  @POST
  @Path("{mail}/discard")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response discard(
      @PathParam("mail") UUID mail,
      @FormParam("reason") @DefaultValue("") String reason,
      @Context SecurityContext caller) {
    if (reason.isBlank()) {
      return page(
          Response.Status.BAD_REQUEST,
          "Say why the mail is discarded; the reason is kept with it.",
          caller);
    }
    try {
      quarantine.discard(mail, caller.getUserPrincipal().getName(), reason);
      return Response.seeOther(LIST).build();
    } catch (NotInQuarantineException e) {
      return page(Response.Status.CONFLICT, e.getMessage(), caller);
    }
  }

  /** For a mail program or a virus scanner of the lead's own; our pages never show its content. */
  @GET
  @Path("{mail}/original")
  public Response original(@PathParam("mail") UUID mail) {
    return Downloads.of(
        mail + ".eml",
        "message/rfc822",
        quarantine.original(mail).orElseThrow(NotFoundException::new));
  }

  private Response page(
      Response.StatusType status, @Nullable String problem, SecurityContext caller) {
    return page(status, problem, 0, caller);
  }

  /**
   * @param page of the mails that were set aside
   */
  private Response page(
      Response.StatusType status, @Nullable String problem, int page, SecurityContext caller) {
    List<Mail> mails = quarantine.waiting(MOST_WAITING).stream().map(this::line).toList();
    long size = quarantine.size();
    List<ReceivedMail> setAside =
        quarantine.setAside(page * SET_ASIDE_PER_PAGE, SET_ASIDE_PER_PAGE + 1);
    return pages.show(
        status,
        "desk-quarantine",
        new QuarantinePage(
            reader.of(caller),
            true,
            mails,
            mails.isEmpty(),
            problem,
            size,
            size > mails.size() ? size - mails.size() : null,
            setAside.stream().limit(SET_ASIDE_PER_PAGE).map(this::setAside).toList(),
            !setAside.isEmpty() || page > 0,
            page > 0 ? page - 1 : null,
            setAside.size() > SET_ASIDE_PER_PAGE ? page + 1 : null));
  }

  private SetAside setAside(ReceivedMail mail) {
    return new SetAside(
        mail.id(), received(mail), sender(mail), subject(mail), mail.reason().orElse("unknown"));
  }

  private String received(ReceivedMail mail) {
    return Times.dated(mail.receivedAt(), desk.zone());
  }

  private static String sender(ReceivedMail mail) {
    return mail.sender().orElse("nobody");
  }

  private static String subject(ReceivedMail mail) {
    return mail.subject().filter(text -> !text.isBlank()).orElse("(no subject)");
  }

  private Mail line(ReceivedMail mail) {
    return new Mail(
        mail.id(),
        received(mail),
        sender(mail),
        subject(mail),
        "%,d KB".formatted(Math.max(1, mail.size() / 1024)),
        mail.reason().orElse("unknown"),
        quarantine.rawHeaders(mail.id()));
  }
}
