package org.tierline.portal.agent;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.tierline.agent.AgentId;
import org.tierline.portal.Logout;

/**
 * Ends the login of whoever may no longer do what it once found, Tasklist's too: an open browser
 * does not outlast its owner's time at the desk. They go on as anybody: the API refuses them, staff
 * pages ask for a login, customers' pages open.
 */
@WebFilter(asyncSupported = true, urlPatterns = "/*")
public class Doorkeeper extends HttpFilter {

  private static final String STAFF_PAGES = "/desk";

  @SuppressWarnings("NullAway.Init") // the container injects it
  private transient CurrentRoles roles;

  @Inject
  void ask(CurrentRoles current) {
    this.roles = current;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Principal caller = request.getUserPrincipal();
    if (caller == null
        || !roles.hasLostSome(new AgentId(caller.getName()), request::isUserInRole)) {
      chain.doFilter(request, response);
      return;
    }
    Logout.end(request);
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.equals(STAFF_PAGES) || path.startsWith(STAFF_PAGES + "/")) {
      response.sendRedirect(request.getContextPath() + STAFF_PAGES);
    } else {
      chain.doFilter(request, response);
    }
  }
}
