package org.tierline.intake;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.dom.field.ContentDispositionField;
import org.apache.james.mime4j.field.ContentDispositionFieldLenientImpl;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a mail with another parser than ours. Where the two see different parts, names, writers
 * or subjects, the mail may show a scanner or another reader something else than it shows us.
 *
 * @param leaves how many parts hold something themselves
 * @param names under which files are offered, in order
 */
record SecondOpinion(int leaves, List<String> names, List<String> from, List<String> subjects) {

  private static final int MOST_PARTS = 1_000;

  private static final MimeConfig BOUNDED =
      MimeConfig.custom()
          .setMaxLineLen(1_000_000)
          .setMaxHeaderLen(1_000_000)
          .setMaxHeaderCount(10_000)
          .build();

  /**
   * @param source the bytes our own parser was given
   */
  boolean differs(InputStream source, MailEffort effort) throws UnreadableMailException {
    try {
      SecondOpinion second = of(source, effort);
      return leaves != second.leaves
          || !names.equals(second.names)
          || !from.equals(second.from)
          || !subjects.equals(second.subjects);
    } catch (MimeException | IOException e) {
      effort.watch();
      return true; // it can make nothing of the mail
    } catch (RuntimeException e) {
      return true; // whatever is wrong with that parser or this mail, ours has read it
    }
  }

  /** What our own parser sees before it looks into the parts. */
  static SecondOpinion first(MimeMessage mail) throws MessagingException {
    return new SecondOpinion(
        0, List.of(), values(mail.getHeader("From")), values(mail.getHeader("Subject")));
  }

  /** And what it saw there. */
  SecondOpinion with(int leavesSeen, List<String> namesSeen) {
    return new SecondOpinion(
        leavesSeen, namesSeen.stream().map(SecondOpinion::comparable).toList(), from, subjects);
  }

  private static List<String> values(String @Nullable [] headers) {
    return headers == null
        ? List.of()
        : List.of(headers).stream().map(SecondOpinion::comparable).toList();
  }

  private static SecondOpinion of(InputStream source, MailEffort effort)
      throws MimeException, IOException, UnreadableMailException {
    var stream = new MimeTokenStream(BOUNDED);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(source);
    int leaves = 0;
    List<String> names = new ArrayList<>();
    List<String> from = new ArrayList<>();
    List<String> subjects = new ArrayList<>();
    boolean top = true;
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM && leaves < MOST_PARTS;
        state = stream.next()) {
      effort.watch();
      switch (state) {
        case T_FIELD -> {
          Field field = stream.getField();
          if (top && field.getName().equalsIgnoreCase("From")) {
            from.add(comparable(field.getBody()));
          } else if (top && field.getName().equalsIgnoreCase("Subject")) {
            subjects.add(comparable(field.getBody()));
          } else if (field.getName().equalsIgnoreCase("Content-Disposition")) {
            name(field).ifPresent(names::add);
          }
        }
        case T_END_HEADER -> top = false;
        case T_BODY -> leaves++;
        default -> {} // where parts begin and end says nothing new
      }
    }
    return new SecondOpinion(leaves, names, from, subjects);
  }

  private static Optional<String> name(Field field) {
    ContentDispositionField disposition =
        ContentDispositionFieldLenientImpl.PARSER.parse(field, DecodeMonitor.SILENT);
    return Optional.ofNullable(disposition.getFilename())
        .map(SecondOpinion::comparable)
        .filter(name -> !name.isEmpty());
  }

  /** Parsers may differ in how they fold lines and guess at charsets; that misleads nobody. */
  private static String comparable(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^!-~]|\\\\", "");
  }
}
