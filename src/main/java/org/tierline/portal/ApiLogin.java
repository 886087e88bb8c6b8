package org.tierline.portal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The container shows its login page to whoever sent a wrong password. A program gets a problem
 * instead.
 */
@WebFilter(
    asyncSupported = true,
    urlPatterns = {"/login.html", "/login-failed.html"},
    dispatcherTypes = DispatcherType.FORWARD)
public class ApiLogin extends HttpFilter {

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    if (asked == null || !asked.toString().startsWith(request.getContextPath() + "/api/")) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setContentType(Problem.MEDIA_TYPE.toString());
    response
        .getOutputStream()
        .print(
            "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
                + "\"detail\":\"Name or password is wrong.\"}");
  }
}
