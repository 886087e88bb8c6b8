package org.tierline.portal;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where customers arrive. */
@RequestScoped
@Path("/")
@PermitAll
public class HomePage {

  private final Pages pages;
  private final String supportAddress;

  @Inject
  public HomePage(
      Pages pages,
      @ConfigProperty(
              name = "tierline.mail.support-address",
              defaultValue = "support@tierline.example")
          String supportAddress) {
    this.pages = pages;
    this.supportAddress = supportAddress;
  }

  @SuppressWarnings("NullAway") // JAX-RS asks for a public no-arg constructor
  public HomePage() {
    this(null, null);
  }

  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response home() {
    return pages.show("home", Map.of("supportAddress", supportAddress));
  }
}
