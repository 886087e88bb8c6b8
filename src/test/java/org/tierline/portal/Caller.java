package org.tierline.portal;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls in a test. */
public record Caller(@Nullable String login, Set<String> roles) implements SecurityContext {

  public static final Caller ANYBODY = new Caller(null, Set.of());
  public static final Caller ANA = new Caller("ana", Set.of("staff", "tier1"));
  public static final Caller TOM = new Caller("tom", Set.of("staff", "tier1"));
  public static final Caller LENA = new Caller("lena", Set.of("staff", "lead"));

  @Override
  public @Nullable Principal getUserPrincipal() {
    return login == null ? null : () -> login;
  }

  @Override
  public boolean isUserInRole(String role) {
    return roles.contains(role);
  }

  @Override
  public boolean isSecure() {
    return false;
  }

  @Override
  public String getAuthenticationScheme() {
    return BASIC_AUTH;
  }
}
