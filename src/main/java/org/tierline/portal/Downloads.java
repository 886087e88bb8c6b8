package org.tierline.portal;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.tierline.platform.files.FileType;
import org.tierline.platform.files.Spool;

/**
 * Hands out files that strangers sent us. The browser saves them and never opens them on our site:
 * attachment, no sniffing, and should it be opened all the same, in a sandbox. Only pictures may be
 * shown in their places.
 */
public final class Downloads {

  private static final Set<String> KEPT_TYPES =
      Set.of("application/pdf", "image/gif", "image/jpeg", "image/png", "image/webp", "text/plain");

  private Downloads() {}

  /**
   * @param contentType what the file is
   * @param content is closed when it is sent
   */
  public static Response of(String name, String contentType, Spool content) {
    String type =
        KEPT_TYPES.contains(contentType) ? contentType : MediaType.APPLICATION_OCTET_STREAM;
    return guarded(type, content)
        .header("Content-Disposition", "attachment; " + named(name))
        .build();
  }

  /**
   * Lets a page of ours show a picture.
   *
   * @param contentType what the file is; of anything but a picture the browser gets nothing
   */
  public static Response picture(String name, String contentType, Spool content) {
    if (!FileType.isPicture(contentType)) {
      content.close();
      throw new NotFoundException();
    }
    return guarded(contentType, content)
        .header("Content-Disposition", "inline; " + named(name))
        .build();
  }

  private static Response.ResponseBuilder guarded(String type, Spool content) {
    StreamingOutput stream =
        out -> {
          try (content;
              InputStream in = content.open()) {
            in.transferTo(out);
          }
        };
    return Response.ok(stream, type)
        .header("Content-Length", content.size())
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff");
  }

  /** For old browsers in ASCII, for all others in full (RFC 6266, RFC 5987). */
  private static String named(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
    String full =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "filename=\"" + plain + "\"; filename*=UTF-8''" + full;
  }
}
