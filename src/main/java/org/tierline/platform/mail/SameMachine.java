package org.tierline.platform.mail;

import java.util.regex.Pattern;

/** Mail servers on the machine the desk runs on: nobody listens on the way to them. */
public final class SameMachine {

  private static final Pattern LOOPBACK =
      Pattern.compile("(?i)localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

  private SameMachine() {}

  /** Whether a host is it. */
  public static boolean is(String host) {
    return LOOPBACK.matcher(host).matches();
  }
}
