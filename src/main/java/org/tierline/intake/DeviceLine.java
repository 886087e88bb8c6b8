package org.tierline.intake;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Sent from my iPhone" */
final class DeviceLine implements SignatureOpening {

  private static final int MAX_LENGTH = 200;
  private static final int MAX_WORDS = 9;
  private static final int MAX_WORDS_OF_A_SENTENCE = 12;

  /** How many lines of links and names may stand below. */
  private static final int MAX_BELOW = 4;

  private static final Pattern LINK =
      Pattern.compile("[<(\\[]?(?:https?://|www\\.)[^\\s<>()]*[>)\\]]?|<[^<>]*>");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern DASHED_NAME = Pattern.compile("\\s*[-–—~]{1,3} ?\\p{L}.{1,40}");
  private static final Pattern STOP = Pattern.compile("[.,;!] | [-–—] ");
  private static final Pattern STAR = Pattern.compile("\\*");

  /** Words before and after the star. */
  private record Form(String begin, String end) {
    private static Form of(String form) {
      String[] parts = STAR.split(form, 2);
      return new Form(parts[0], parts[1]);
    }

    private boolean fits(String line, int words) {
      return words <= (end.isEmpty() ? MAX_WORDS : MAX_WORDS_OF_A_SENTENCE)
          && (line.indexOf(',') < 0 || !end.isEmpty())
          && line.length() > begin.length() + end.length()
          && line.startsWith(begin)
          && line.endsWith(end)
          && !isSaidBySomebody(line.substring(begin.length(), line.length() - end.length()));
    }

    /** "Sent from Berlin yesterday" */
    private static boolean isSaidBySomebody(String device) {
      return SPACES.splitAsStream(ReplyWords.letters(device)).anyMatch(SENTENCE::contains);
    }
  }

  private static final Set<String> SENTENCE = ReplyWords.of("sentence");
  private static final Set<String> FAULT = ReplyWords.of("fault");
  private static final List<Form> FORMS = ReplyWords.of("device").stream().map(Form::of).toList();

  @Override
  public OptionalInt startIn(List<String> lines, int end, Letterhead head) {
    int said = 0;
    for (int i = end - 1; i >= 1 && i >= end - MAX_LINES && said <= MAX_BELOW; i--) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      if (isDevice(line)) {
        return ContactLines.areAll(lines.subList(i + 1, end))
            ? OptionalInt.of(firstOf(lines, i))
            : OptionalInt.empty();
      }
      said++;
    }
    return OptionalInt.empty();
  }

  /** People who write on the road sign with "-Ana" above it. */
  private static int firstOf(List<String> lines, int at) {
    int above = at - 1;
    while (above > 0 && lines.get(above).isBlank()) {
      above--;
    }
    boolean named = above > 0 && DASHED_NAME.matcher(lines.get(above)).matches();
    return named && ContactLines.isName(lines.get(above)) ? above : at;
  }

  private static boolean isDevice(String line) {
    if (line.length() > MAX_LENGTH) {
      return false;
    }
    String words = withoutMarks(MailLines.plain(LINK.matcher(line).replaceAll(" ")));
    if (isAdvertising(words)) {
      return true;
    }
    Matcher stop = STOP.matcher(words);
    if (!stop.find()) {
      return false;
    }
    String before = withoutMarks(words.substring(0, stop.start()));
    String after = withoutMarks(words.substring(stop.end()));
    return isAdvertising(before) ? isApology(after) : isApology(before) && isAdvertising(after);
  }

  private static boolean isAdvertising(String words) {
    int count = SPACES.split(words, -1).length;
    return FORMS.stream().anyMatch(form -> form.fits(words, count));
  }

  /** "Please excuse my typos" */
  private static boolean isApology(String words) {
    List<String> said = SPACES.splitAsStream(ReplyWords.letters(words)).toList();
    return said.size() <= MAX_WORDS && said.stream().anyMatch(FAULT::contains);
  }

  private static String withoutMarks(String words) {
    int from = 0;
    int to = words.length();
    while (from < to && !Character.isLetterOrDigit(words.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(words.charAt(to - 1))) {
      to--;
    }
    return words.substring(from, to);
  }
}
