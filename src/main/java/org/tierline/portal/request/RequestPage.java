package org.tierline.portal.request;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tierline.platform.files.FileGate;
import org.tierline.portal.Collisions;
import org.tierline.portal.CustomerLimits;
import org.tierline.portal.Downloads;
import org.tierline.portal.Pages;
import org.tierline.ticket.StatusToken;

/**
 * The status page behind the link in our mails. Whoever has the link may read and answer; a link
 * that leads nowhere looks like any other wrong address.
 */
@RequestScoped
@Path("/requests/{token: [A-Za-z0-9_-]{32}}")
@PermitAll
public class RequestPage {

  private static final int MAX_TEXT = 100_000;

  private final Pages pages;
  private final OwnRequest ownRequest;
  private final Collisions collisions;
  private final CustomerLimits limits;
  private final FileGate files;

  @Inject
  public RequestPage(
      Pages pages,
      OwnRequest ownRequest,
      Collisions collisions,
      CustomerLimits limits,
      FileGate files) {
    this.pages = pages;
    this.ownRequest = ownRequest;
    this.collisions = collisions;
    this.limits = limits;
    this.files = files;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public RequestPage() {
    this(null, null, null, null, null);
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response status(
      @PathParam("token") String token,
      @QueryParam("new") @Nullable String opened,
      @QueryParam("sent") @Nullable String sent,
      @QueryParam("confirmed") @Nullable String confirmed) {
    Optional<StatusToken> moved = ownRequest.movedTo(token);
    if (moved.isPresent()) {
      String news = sent == null ? "" : "?sent=yes";
      return Response.status(Response.Status.MOVED_PERMANENTLY)
          .location(URI.create("/requests/" + moved.get().value() + news))
          .build();
    }
    return ownRequest
        .status(token, news(opened, sent, confirmed))
        .map(view -> pages.show("request", view))
        .orElseGet(pages::notFound);
  }

  private static StatusView.News news(
      @Nullable String opened, @Nullable String sent, @Nullable String confirmed) {
    if (opened != null) {
      return StatusView.News.OPENED;
    }
    if (sent != null) {
      return StatusView.News.SENT;
    }
    return confirmed == null ? StatusView.News.NOTHING : StatusView.News.CONFIRMED;
  }

  /** The customer says that it is solved. */
  @POST
  @Path("confirm")
  @Produces(MediaType.TEXT_HTML)
  public Response confirm(@PathParam("token") String token) {
    return collisions.survive(() -> ownRequest.confirm(token))
        ? Response.seeOther(URI.create("/requests/" + token + "?confirmed=yes")).build()
        : pages.notFound();
  }

  /** The customer answers, or says that it is still not solved. */
  @POST
  @Path("reply")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.TEXT_HTML)
  public Response reply(
      @PathParam("token") String token,
      List<EntityPart> parts,
      @Context HttpServletRequest request) {
    try (SentForm sent = SentForm.of(parts, files)) {
      return reply(token, sent, request);
    }
  }

  private Response reply(String token, SentForm sent, HttpServletRequest request) {
    String text = sent.text("text").strip();
    if (text.isEmpty() && !sent.text("unsolved").isEmpty()) {
      text = "It is still not solved.";
    }
    @Nullable String error = error(text, token, request);
    @Nullable String fileError = error == null ? sent.fileError().orElse(null) : null;
    if (error != null || fileError != null) {
      return refused(token, error, fileError, text);
    }
    String words = text;
    Optional<StatusToken> now =
        collisions.survive(() -> ownRequest.reply(token, words, sent.files()));
    return now.map(
            ticket ->
                Response.seeOther(URI.create("/requests/" + ticket.value() + "?sent=yes")).build())
        .orElseGet(pages::notFound);
  }

  private @Nullable String error(String text, String token, HttpServletRequest request) {
    if (text.isEmpty()) {
      return "Please write something first.";
    }
    if (text.length() > MAX_TEXT) {
      return "Please use at most " + MAX_TEXT + " characters.";
    }
    return limits.visit(request.getRemoteAddr(), token).isPresent()
        ? "That was a lot in a short time. Please send it again in a few minutes."
        : null;
  }

  private Response refused(
      String token, @Nullable String error, @Nullable String fileError, String text) {
    return ownRequest
        .status(token, StatusView.News.NOTHING)
        .map(
            view ->
                pages.show(
                    Response.Status.BAD_REQUEST, "request", view.refused(error, fileError, text)))
        .orElseGet(pages::notFound);
  }

  /** A file of the conversation. */
  @GET
  @Path("files/{message}/{attachment}")
  public Response file(
      @PathParam("token") String token,
      @PathParam("message") UUID message,
      @PathParam("attachment") UUID attachment) {
    return ownRequest
        .file(token, message, attachment)
        .map(file -> Downloads.of(file.name(), file.contentType(), file.content()))
        .orElseGet(pages::notFound);
  }

  /** A file of the conversation that is a picture, for the page to show. */
  @GET
  @Path("files/{message}/{attachment}/picture")
  public Response picture(
      @PathParam("token") String token,
      @PathParam("message") UUID message,
      @PathParam("attachment") UUID attachment) {
    return ownRequest
        .file(token, message, attachment)
        .map(file -> Downloads.picture(file.name(), file.contentType(), file.content()))
        .orElseGet(pages::notFound);
  }
}
