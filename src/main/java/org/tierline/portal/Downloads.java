package org.tierline.portal;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Hands out files that strangers sent us. The browser saves them and never opens them on our site:
 * attachment, no sniffing, and should it be opened all the same, in a sandbox.
 */
public final class Downloads {

  private static final Set<String> KEPT_TYPES =
      Set.of("application/pdf", "image/gif", "image/jpeg", "image/png", "image/webp", "text/plain");

  private Downloads() {}

  public static Response of(String name, String contentType, byte[] content) {
    String type =
        KEPT_TYPES.contains(contentType) ? contentType : MediaType.APPLICATION_OCTET_STREAM;
    String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    String full = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(content, type)
        .header(
            "Content-Disposition",
            "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + full)
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
