package org.tierline.platform;

import java.net.URI;
import java.time.ZoneId;

/**
 * How the desk presents itself.
 *
 * @param name what customers read as the sender of our mails
 * @param baseUrl where browsers reach the desk, without a slash at its end
 * @param zone the time zone promised times are written in
 */
public record DeskSettings(String name, URI baseUrl, ZoneId zone) {

  /** An absolute link for a mail; {@code path} starts with a slash. */
  public URI link(String path) {
    return URI.create(baseUrl + path);
  }
}
