package org.tierline.portal;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.tierline.platform.DeskSettings;

/**
 * Renders the pages. A page is a template in {@code templates/} that extends {@code layout} (for
 * customers) or {@code desk} (for staff); everything a template shows is escaped.
 */
@ApplicationScoped
public class Pages {

  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  private final DeskSettings desk;
  private final MustacheFactory templates = new DefaultMustacheFactory("templates");

  @Inject
  public Pages(DeskSettings desk) {
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // the container's proxy needs a no-arg constructor
  protected Pages() {
    this(null);
  }

  /**
   * Shows a page.
   *
   * @param template the file's name without {@code .mustache}
   * @param model a record or map whose components the template names
   */
  public Response show(String template, Object model) {
    return show(Response.Status.OK, template, model);
  }

  /** Shows a page under another status, such as a form with errors under 422. */
  public Response show(Response.StatusType status, String template, Object model) {
    return Response.status(status).type(HTML).entity(render(template, model)).build();
  }

  /**
   * The page for everything that is not there: a wrong address, an unknown or an expired link look
   * the same.
   */
  public Response notFound() {
    return show(Response.Status.NOT_FOUND, "not-found", Map.of());
  }

  String render(String template, Object model) {
    var page = new StringWriter();
    templates
        .compile(template + ".mustache")
        .execute(page, List.of(Map.of("deskName", desk.name()), model));
    return page.toString();
  }
}
