package org.tierline.notification.slack;

import java.nio.charset.StandardCharsets;

/** Signs as Slack does. */
public final class Signer {

  private Signer() {}

  public static String sign(String secret, String timestamp, String body) {
    return SlackSignature.sign(secret, timestamp, body.getBytes(StandardCharsets.UTF_8));
  }
}
