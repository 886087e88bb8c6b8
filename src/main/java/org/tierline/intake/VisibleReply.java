package org.tierline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person newly wrote in a mail: without the mails it quotes and without signature. Where the
 * rules leave nothing, everything counts as written.
 *
 * @param text the new words
 * @param signature what stands below them, or empty
 */
record VisibleReply(String text, String signature) {

  /** How many lines an attribution may be wrapped over. */
  private static final int ATTRIBUTION_LINES = 4;

  private static final int MAX_ATTRIBUTION_LENGTH = 400;

  private static final int MAX_SIGNATURE_LINES = 12;

  /** "On Monday, Ana wrote:" in the languages of the common mail programs. */
  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "(?iu)^[>\\s*]*(?:"
              + "on\\b.{5,}\\bwrote|am\\b.{5,}\\bschrieb|le\\b.{5,}\\ba \\S{1,2}crit"
              + "|el\\b.{5,}\\bescribi\\S{1,2}|il\\b.{5,}\\bha scritto|em\\b.{5,}\\bescreveu"
              + "|op\\b.{5,}\\bschreef|den\\b.{5,}\\bskre[vf]|p\\S{1,2}\\b.{5,}\\bskrev"
              + "|w dniu\\b.{5,}\\bpisze|.{0,40}\\bdnia\\b.{5,}\\bnapisa\\S{1,6}|dne\\b.{5,}\\bnapsal\\S{0,4}"
              + "|v\\S{0,3}\\b.{5,}\\bviết|.{5,}\\bkirjoitti|.{5,}\\bпишет|.{5,}\\bписал\\S{0,4}"
              + "|op\\b.{5,}\\bhet volgende geschreven|.{5,}>\\s*(?:wrote|schrieb|skrev|schreef"
              + "|a \\S{1,2}crit|napisa\\S{1,6}|escribi\\S{1,2}|ha scritto|escreveu)"
              + "|.{0,60}[12]\\d{3}.{0,60}(?:wrote|schrieb|skrev|schreef|napisa\\S{1,6})(?: .{1,90})?"
              + "|.{5,}写道|.{5,}のメッセージ|.{5,}(?:님이 작성)"
              + ")\\s*[:：]?\\s*$");

  /** Programs that put the verb first: "Op 13-02-2014 3:18 schreef Julius Caesar <...>:". */
  private static final Pattern ATTRIBUTION_NAME_LAST =
      Pattern.compile(
          "(?iu)^[>\\s*]*(?:on|am|le|el|il|em|op|den|om|dnia|w dniu|\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4})\\b"
              + ".{5,200}\\b(?:wrote|schrieb|schreef|skrev|scritto|napisał\\S{0,3}|escribió|escreveu)\\b"
              + ".{1,150}[:：]\\s*$");

  /** "2014-10-17 11:28 GMT+03:00 Postmaster <postmaster@…>:" */
  private static final Pattern ATTRIBUTION_WITHOUT_VERB =
      Pattern.compile(
          "(?iu)^[>\\s*]*\\S{0,4}\\s?\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}.{0,120}<[^<>]{3,100}@[^<>]{3,100}>\\s*:?\\s*$");

  private static final Pattern ORIGINAL_MESSAGE =
      Pattern.compile(
          "(?iu)^[>\\s*]*[-_=]{2,}\\s*(?:original (?:message|e-?mail|appointment)"
              + "|urspr\\S{1,2}ngliche (?:nachricht|e-?mail)|original-nachricht|oprindelig meddelelse"
              + "|message d'origine|message original|mensaje original|mensagem original"
              + "|messaggio originale|originalmeddelande|ursprungligt meddelande"
              + "|opprinnelig melding|oorspronkelijk bericht|alkuper\\S{1,2}inen viesti"
              + "|wiadomo\\S{1,4} oryginalna|oryginalna wiadomo\\S{1,4}|p\\S{1,2}vodn\\S{1,2} zpr\\S{1,2}va"
              + "|исходное сообщение|原始邮件|原始郵件|元のメッセージ|reply message|antwort)"
              + "\\s*[-_=]*\\s*$");

  /** The first line of the little table Outlook writes over a quoted mail. */
  private static final Pattern HEADER_FROM =
      Pattern.compile(
          "(?iu)^[>\\s*_]*(?:from|von|de|da|van|fr\\S{1,2}n|fra|od|od\\.|l\\S{1,2}hett\\S{1,2}j\\S{1,2}|отправитель|от|发件人|寄件者|差出人)\\s?\\*?\\s*[:：]\\*?\\s*\\S.*$");

  private static final Pattern HEADER_MORE =
      Pattern.compile(
          "(?iu)^[>\\s*]*(?:sent|date|to|cc|subject|reply-to|gesendet|datum|an|betreff|envoy\\S{1,2}|\\S{1,2}|objet"
              + "|enviado(?: el)?|para|fecha|asunto|inviato|a|oggetto|data|verzonden|aan|onderwerp"
              + "|skickat|till|\\S{1,2}mne|sendt|til|emne|wys\\S{1,2}ano|do|temat|odesl\\S{1,2}no|komu"
              + "|p\\S{1,2}edm\\S{1,2}t|l\\S{1,2}hetetty|vastaanottaja|aihe|отправлено|кому|тема|дата|发送时间|收件人|主题|日期|件名|宛先)\\s?\\*?\\s*[:：]");

  private static final Pattern QUOTED = Pattern.compile("^\\s*(?:>|&gt;)");

  private static final Pattern SEPARATOR = Pattern.compile("^\\s*_{20,}\\s*$");

  private static final Pattern SIGNATURE = Pattern.compile("^\\s*(?:--|—|__|- -)\\s*$");

  private static final Pattern SENT_FROM =
      Pattern.compile(
          "(?iu)^[\\s*_]*(?:sent (?:from|with|via) (?:my|mail|the|samsung|outlook|iphone|yahoo|proton|a|blackberry)\\b.{0,80}"
              + "|sent from .{2,60}|get outlook for .{2,40}"
              + "|von meinem .{2,60} gesendet|gesendet (?:von|mit) .{2,60}|diese nachricht wurde von mein.{2,80}"
              + "|envoy\\S{1,2} (?:de|depuis) .{2,60}|enviado (?:desde|do|de) .{2,60}|inviato da(?:l)? .{2,60}"
              + "|verzonden (?:vanaf|met|van) .{2,60}|verstuurd vanaf .{2,60}|skickat fr\\S{1,2}n .{2,60}|sendt fra .{2,60}"
              + "|l\\S{1,2}hetetty .{2,60}st\\S{1,2}|wys\\S{1,2}ane z .{2,60}|odesl\\S{1,2}no z .{2,60}"
              + "|отправлено (?:с|из) .{2,60}|发自.{2,40})[_*]*\\s*$");

  static VisibleReply of(String mail) {
    List<String> lines = List.of(mail.split("\n", -1));
    List<String> written = withoutQuotes(lines);
    int signatureAt = signatureAt(written);
    String text = String.join("\n", written.subList(0, signatureAt)).strip();
    String signature = String.join("\n", written.subList(signatureAt, written.size())).strip();
    return text.isEmpty() ? new VisibleReply(mail.strip(), "") : new VisibleReply(text, signature);
  }

  private static List<String> withoutQuotes(List<String> lines) {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (ORIGINAL_MESSAGE.matcher(line).matches() || startsQuotedHeaders(lines, i)) {
        return written;
      }
      int attribution = attributionAt(lines, i);
      if (attribution > 0) {
        int next = skipBlank(lines, i + attribution);
        if (next < lines.size() && !isQuoted(lines.get(next))) {
          return written; // a program that quotes without marks: the rest is the quote
        }
        i += attribution - 1;
      } else if (!isQuoted(line)) {
        written.add(line);
      }
    }
    return written;
  }

  /** How many lines the attribution that starts here takes, 0 when none does. */
  private static int attributionAt(List<String> lines, int start) {
    var joined = new StringBuilder();
    for (int count = 1; count <= ATTRIBUTION_LINES && start + count <= lines.size(); count++) {
      String line = lines.get(start + count - 1).strip();
      if (line.isEmpty() || (count > 1 && isQuoted(line) && !isQuoted(lines.get(start)))) {
        return 0;
      }
      joined.append(count == 1 ? "" : " ").append(line);
      if (joined.length() > MAX_ATTRIBUTION_LENGTH) {
        return 0;
      }
      if (isAttribution(joined.toString())) {
        return count;
      }
    }
    return 0;
  }

  private static boolean isAttribution(String line) {
    return ATTRIBUTION.matcher(line).matches()
        || ATTRIBUTION_NAME_LAST.matcher(line).matches()
        || ATTRIBUTION_WITHOUT_VERB.matcher(line).matches();
  }

  private static boolean startsQuotedHeaders(List<String> lines, int at) {
    int first = at;
    if (SEPARATOR.matcher(lines.get(at)).matches()) {
      first = skipBlank(lines, at + 1);
    }
    if (first >= lines.size() || lines.get(first).length() > MAX_ATTRIBUTION_LENGTH) {
      return false;
    }
    if (!HEADER_FROM.matcher(lines.get(first)).matches()) {
      return false;
    }
    int more = 0;
    for (int i = first + 1; i < Math.min(first + 7, lines.size()); i++) {
      more += HEADER_MORE.matcher(shortened(lines.get(i))).find() ? 1 : 0;
    }
    return more >= 2;
  }

  private static String shortened(String line) {
    return CleanText.shortened(line, MAX_ATTRIBUTION_LENGTH);
  }

  private static boolean isQuoted(String line) {
    return QUOTED.matcher(line).find();
  }

  private static int skipBlank(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).isBlank()) {
      at++;
    }
    return at;
  }

  /** Where the signature begins; the number of lines when there is none. */
  private static int signatureAt(List<String> lines) {
    int end = lines.size();
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }
    for (int i = end - 1; i >= Math.max(0, end - MAX_SIGNATURE_LINES); i--) {
      String line = shortened(lines.get(i));
      if (SIGNATURE.matcher(line).matches() || SENT_FROM.matcher(line).matches()) {
        int first = i;
        while (first > 0 && isSignatureMark(lines.get(first - 1))) {
          first--;
        }
        return first;
      }
    }
    return lines.size();
  }

  private static boolean isSignatureMark(String line) {
    return line.isBlank() || SIGNATURE.matcher(line).matches();
  }
}
