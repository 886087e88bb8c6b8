package org.tierline.portal;

import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/**
 * Lets in whom a resource declares with {@code PermitAll} or {@code RolesAllowed}. What declares
 * nothing lets in nobody.
 */
@Provider
public class AccessRules implements DynamicFeature {

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Rule rule = Rule.of(resource.getResourceClass(), resource.getResourceMethod());
    if (!rule.everybody()) {
      context.register(new Guard(rule));
    }
  }

  /** Who may come in. */
  record Rule(boolean everybody, Set<String> roles) {

    private static final Rule NOBODY = new Rule(false, Set.of());
    private static final Rule EVERYBODY = new Rule(true, Set.of());

    /** What the method says counts; where it says nothing, its class. */
    static Rule of(Class<?> resource, Method method) {
      return of(method).or(() -> of(resource)).orElse(NOBODY);
    }

    private static Optional<Rule> of(AnnotatedElement element) {
      if (element.isAnnotationPresent(DenyAll.class)) {
        return Optional.of(NOBODY);
      }
      RolesAllowed some = element.getAnnotation(RolesAllowed.class);
      if (some != null) {
        return Optional.of(new Rule(false, Set.of(some.value())));
      }
      return element.isAnnotationPresent(PermitAll.class)
          ? Optional.of(EVERYBODY)
          : Optional.empty();
    }
  }

  @Priority(Priorities.AUTHORIZATION)
  private record Guard(Rule rule) implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
      SecurityContext caller = request.getSecurityContext();
      if (caller.getUserPrincipal() == null) {
        throw unauthorized(request);
      }
      if (rule.roles().stream().noneMatch(caller::isUserInRole)) {
        throw new ForbiddenException();
      }
    }

    /** Only programs are asked for a password; a browser would show a box nobody trusts. */
    private static WebApplicationException unauthorized(ContainerRequestContext request) {
      Response.ResponseBuilder answer = Response.status(Response.Status.UNAUTHORIZED);
      boolean browser =
          request.getHeaderString("Sec-Fetch-Mode") != null
              || request.getHeaderString("Origin") != null;
      if (!browser) {
        answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tierline\", charset=\"UTF-8\"");
      }
      return new WebApplicationException(answer.build());
    }
  }
}
