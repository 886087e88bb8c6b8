package org.tierline.portal;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells the browser, with every answer, what our pages never do: run foreign or inline code, appear
 * in other people's frames, or say to the next site where the reader came from.
 */
@WebFilter(
    asyncSupported = true,
    urlPatterns = "/*",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ERROR})
public class SecurityHeaders extends HttpFilter {

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self';"
          + " base-uri 'none';"
          + " frame-ancestors 'none'";

  /** A mail shown to staff as it looks: it has styles of its own and can do nothing. */
  private static final String LETTER =
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    boolean letter = path.startsWith("/desk/templates/");
    response.setHeader("Content-Security-Policy", letter ? LETTER : CONTENT_SECURITY_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", letter ? "SAMEORIGIN" : "DENY");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    response.setHeader("Referrer-Policy", referrerPolicy(path));
    response.setHeader("Cache-Control", cacheControl(path));
    chain.doFilter(request, response);
  }

  /**
   * The address of a token page is itself the secret, so it goes nowhere, not even to ourselves.
   * Elsewhere our own pages may know, because without it a browser hides the origin of a form.
   */
  private static String referrerPolicy(String path) {
    boolean tokenPage =
        path.startsWith("/survey/")
            || (path.startsWith("/requests/") && !path.equals("/requests/new"));
    return tokenPage ? "no-referrer" : "same-origin";
  }

  /**
   * Everything may be private except our own files, which the browser asks for again if changed.
   */
  private static String cacheControl(String path) {
    boolean file = path.startsWith("/assets/") || path.startsWith("/forms/");
    return file ? "no-cache" : "no-store";
  }
}
