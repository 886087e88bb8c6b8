package org.tierline.platform.mail;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a mail system says that nobody can be reached at an address. It may just as well refuse
 * our server, what we wrote or the way it came; that says nothing about the reader.
 */
public final class BadAddress {

  /** A final code of RFC 3463, not the start of a network address. */
  private static final Pattern CODE =
      Pattern.compile("(?<![\\d.])5\\.(\\d{1,3})\\.(\\d{1,3})(?!\\.?\\d)");

  /** What RFC 3463 §3.2 says about the recipient's address; some of its codes are the sender's. */
  private static final Set<String> OF_RECIPIENT =
      Set.of("1.1", "1.2", "1.3", "1.4", "1.6", "1.10", "2.1");

  /** Codes that say no more than that it failed. */
  private static final Set<String> OF_NOTHING = Set.of("0.0", "1.0");

  /** The basic codes under which a mailbox is refused (RFC 5321 §4.2.3), and other things are. */
  private static final Pattern REPLY = Pattern.compile("(?<![\\d.])55[013][ -]");

  /** Where a report quotes a server, its words end about here. */
  private static final int QUOTED = 300;

  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]{1,200}@[^\\s<>]{1,200}");

  private static final Pattern MAILBOX =
      Pattern.compile("(?i)\\b(?:users?|mailbox|recipient|addressee|account|address|alias)\\b");

  private static final Pattern MISSING =
      Pattern.compile(
          "(?i)\\b(?:unknown|not known|unavailable|no such|no longer|not found|not exist|doesn'?t exist"
              + "|non-?existent|invalid|not (?:a )?valid|disabled|inactive|no mailbox|unrout(?:e)?able)\\b");

  private static final Pattern ANYTHING_ELSE =
      Pattern.compile(
          "(?i)relay|spam|block|black ?list|polic|denied|prohibited|authenticat|\\bsender|reputation"
              + "|\\bspf\\b|\\bdkim\\b|\\bdmarc\\b|quota|\\bfull\\b|virus|content");

  private BadAddress() {}

  /** Whether a server's answer to our mail, code and words, means the reader's address. */
  public static boolean isMeantBy(String reply) {
    Optional<String> code = CODE.matcher(reply).results().findFirst().map(BadAddress::detail);
    return code.filter(detail -> !OF_NOTHING.contains(detail)).isPresent()
        ? code.filter(OF_RECIPIENT::contains).isPresent()
        : REPLY.matcher(reply).lookingAt() && isAboutMailbox(reply);
  }

  /**
   * Whether a report means it.
   *
   * @param status its code of RFC 3463, or empty
   * @param words where it quotes the server's answer, should the code say nothing
   */
  public static boolean isReportedBy(String status, String words) {
    Matcher code = CODE.matcher(status);
    if (code.matches() && !OF_NOTHING.contains(detail(code))) {
      return OF_RECIPIENT.contains(detail(code));
    }
    boolean saysNothing = status.isEmpty() || code.matches();
    return saysNothing
        && REPLY
            .matcher(words)
            .results()
            .map(MatchResult::start)
            .map(start -> words.substring(start, Math.min(words.length(), start + QUOTED)))
            .findFirst()
            .filter(BadAddress::isMeantBy)
            .isPresent();
  }

  private static boolean isAboutMailbox(String reply) {
    String words = ADDRESS.matcher(reply).replaceAll("");
    return MAILBOX.matcher(words).find()
        && MISSING.matcher(words).find()
        && !ANYTHING_ELSE.matcher(words).find();
  }

  private static String detail(MatchResult code) {
    return code.group(1) + "." + code.group(2);
  }
}
