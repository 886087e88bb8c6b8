package org.tierline.portal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;
import org.tierline.platform.DeskSettings;

/**
 * Nobody changes anything by a page of another site that uses our reader's login. Browsers say
 * where a request comes from; programs do not, and have no login they do not send themselves.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class SameOrigin implements ContainerRequestFilter {

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private final DeskSettings desk;

  @Inject
  public SameOrigin(DeskSettings desk) {
    this.desk = desk;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public SameOrigin() {
    this(null);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (HARMLESS.contains(request.getMethod()) || comesFromUs(request)) {
      return;
    }
    throw new ProblemException(
        Problem.of(
            Response.Status.FORBIDDEN,
            "other-site",
            "Sent by another site",
            "This request was started by a page of another site."));
  }

  private boolean comesFromUs(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    if (site != null) {
      return OURS.contains(site);
    }
    String origin = request.getHeaderString("Origin");
    if (origin == null) {
      return true;
    }
    if (origin.equals("null")) {
      // pages that say nothing about where they come from, such as our token pages: the token in
      // the address is the permission there, and no login is used
      return request.getSecurityContext().getUserPrincipal() == null;
    }
    return origin.equals(origin(request.getUriInfo().getBaseUri()))
        || origin.equals(origin(desk.baseUrl()));
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
