package org.tierline.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tierline.intake.Bounce.Action;
import org.tierline.intake.Bounce.Recipient;

/**
 * What mail servers write for people when something could not be delivered. Servers older than RFC
 * 3464, and some younger ones, write nothing else. The rules are about habits many programs share,
 * not about any one of them: an address at the start of a line, a sentence that names whom the mail
 * was for, the answer of the other server.
 */
final class BounceText {

  private static final int MAX_LINES = 400;
  private static final int MAX_LINE_LENGTH = 600;
  private static final int MAX_RECIPIENTS = 100;
  private static final int MAX_LEAD_LENGTH = 150;

  /** Ends the introduction of a report; those it is about are listed below. */
  private static final Pattern LIST_OF_RECIPIENTS =
      Pattern.compile(
          ".{0,200}\\b(?:following|these|folgende\\w*|suivants?|siguientes?|seguenti|seguintes"
              + "|volgende)\\b.{0,40}\\b(?:recipient|address|user|people|group|empfänger|adress|destinat"
              + "|geadresseerde)[^@]{0,60}:\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final String ADDRESS =
      "[^\\s<>\"'()\\[\\],;:@]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,252}";

  private static final Pattern ANY_ADDRESS =
      Pattern.compile("(" + ADDRESS + ")(?=$|[\\s>\"'):,;\\]<}])");

  /** Where the returned mail begins. */
  private static final Pattern RETURNED =
      Pattern.compile(
          "(?:[-=*_ >]*(?:original|returned|unsent|undelivered|copy of|headers? of|included is"
              + "|below this line|below is|message headers?|the (?:body|header)|start of)\\b.{0,120}"
              + "\\b(?:message|mail|header|follow|info).{0,80}"
              + "|[> ]*(?:Received|Return-Path|DKIM-Signature|Message-ID|ARC-Seal|Delivered-To"
              + "|X-Google-Smtp-Source|X-Originating-IP|X-Received)\\s*:.*"
              + "|[-=*_ ]*(?:message|mail) (?:text|contents?|body|headers?) (?:follows?|is|are).{0,80}"
              + "|[-=*_ ]{3,}(?:original|returned) (?:message|mail)[-=*_ ]*)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MESSAGE_ID =
      Pattern.compile("[>\\s]*(?:Original-)?Message-?ID\\s*:\\s*(.*)", Pattern.CASE_INSENSITIVE);

  private static final Pattern TO =
      Pattern.compile("[>\\s]*To\\s*:[^,@]*?(" + ADDRESS + ")[^,@]*", Pattern.CASE_INSENSITIVE);

  /**
   * What may stand in a line before the address of a recipient; the first of these that finds
   * somebody counts.
   */
  private static final List<Pattern> LEADS =
      List.of(
          Pattern.compile("[\\s*•>-]*[<\"'(\\[]?(?:mailto:|smtp:)?", Pattern.CASE_INSENSITIVE),
          Pattern.compile(
              ".*\\b(?:deliver(?:ed|y|ing)?|mail|message|sent|addressed|relay(?:ed)?)\\b"
                  + ".*\\b(?:to|for|failed)\\b[^@]*",
              Pattern.CASE_INSENSITIVE),
          Pattern.compile(
              ".*(?:\\b(?:user(?:id|name)?|recipients?|address(?:es)?|mailbox|account|to|für|a|à)\\b|宛先"
                  + "|あて先|收件人|받는 사람)[^@]{0,30}",
              Pattern.CASE_INSENSITIVE),
          Pattern.compile(".*\\b[45]\\d\\d[ -][^@]*"),
          Pattern.compile(
              "\\s*[^@<>()\\[\\]:]{1,60}[<(\\[](?:mailto:)?", Pattern.CASE_INSENSITIVE));

  private static final Pattern DELAYED =
      Pattern.compile(
          "\\b(?:delayed|postponed|deferred (?:mail|message)|not yet been delivered"
              + "|has not been delivered yet|(?:will|be|keep|continue)\\b.{0,30}\\b(?:re-?tr(?:y|ied"
              + "|ying)|trying)|continue to try"
              + "|attempts will continue|no action is required|warning message only|still (?:trying|being"
              + "|in the queue|undelivered)|could not (?:be delivered|send (?:mail"
              + "|message)) for (?:the )?(?:past|last))\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern GIVEN_UP =
      Pattern.compile(
          "\\b(?:given up|giving up|permanent(?:ly)?|will not be (?:retried|delivered)|(?:failed|fatal) (?:error|address)"
              + "|too long|timed? out after|expired|returned)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UNDELIVERED =
      Pattern.compile(
          "\\b(?:could ?n[o']t be (?:delivered|sent)|cannot be delivered|(?:was|were|is|has) (?:not"
              + "|n't) (?:been )?delivered|unable to\\b.{0,20}\\b(?:deliver|relay|send|forward|process)"
              + "|undeliver(?:ed|able)|(?:delivery|deliver|delivering|delevery)\\b.{0,60}\\b(?:fail|abort"
              + "|error|delayed|problem|unsuccessful|impossible)|(?:fail|error|trouble"
              + "|problem)\\w*\\b.{0,40}\\bdeliver|did not reach|not deliver|not a valid (?:user"
              + "|recipient|address|mailbox)|(?:unknown|invalid|no such|non-?existent) (?:user|recipient"
              + "|address|mailbox|local part)|(?:user|recipient|mailbox|address)\\b.{0,40}\\b(?:unknown"
              + "|not found|not listed|does not exist|is full|unavailable|rejected)|mailbox full"
              + "|over quota|not a member|could not be sent|returned to (?:the )?sender|permanent error"
              + "|fatal errors?|rejected by|blocked|(?:nicht|konnte\\b.{0,40}nicht) zugestellt"
              + "|unzustellbar|fehler bei der zustellung|échec de la remise|recapito non riuscito"
              + "|non (?:è stato possibile|recapitat)|n'a pas pu être (?:remis|livré|distribué)"
              + "|no (?:se )?(?:ha )?(?:podido|pudo) (?:ser )?entreg|não (?:foi possível|pôde)"
              + "|niet (?:worden )?(?:bezorgd|afgeleverd)|не (?:может быть |было |удалось )?достав(?:л"
              + "|ит)|kun(?:de|ne) (?:inte|ikke) lever|kan (?:inte|ikke) leveres|teslim edilemedi"
              + "|nem sikerült kézbesíteni|nelze doručit|nie (?:można|mogła)\\b.{0,40}dostarcz)"
              + "|送信できませんでした|配信できませんでした|配信できません|届けることができません|배달(?:되|하)지 못|傳遞失敗|投递失败|無法(?:送達|投遞)|无法(?:送达"
              + "|投递)|退信|(?<![\\d.])5[05][0-9][ -](?:5\\.\\d{1,3}\\.\\d{1,3}\\b|<|\\w)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern REPLY_CODE = Pattern.compile("(?<![\\d.:-])([45])\\d\\d(?:[ -]|: )");

  private final MailEffort effort;
  private final List<String> report = new ArrayList<>();
  private Optional<String> addressee = Optional.empty();
  private Optional<String> originalMessageId = Optional.empty();

  private BounceText(String text, boolean isReturnedMail, MailEffort effort) {
    this.effort = effort;
    String[] lines = text.split("\n", MAX_LINES);
    boolean returned = isReturnedMail;
    for (int i = 0; i < lines.length; i++) {
      String line = CleanText.shortened(lines[i], MAX_LINE_LENGTH);
      returned = returned || effort.matcher(RETURNED, line).matches();
      if (!returned) {
        report.add(line);
      }
      Matcher id = effort.matcher(MESSAGE_ID, line);
      if (originalMessageId.isEmpty() && id.matches()) {
        String value = id.group(1).isBlank() && i + 1 < lines.length ? lines[i + 1] : id.group(1);
        originalMessageId = Optional.of(value.strip()).filter(found -> !found.isEmpty());
      }
      Matcher to = effort.matcher(TO, line);
      if (returned && addressee.isEmpty() && to.matches()) {
        addressee = Optional.of(to.group(1));
      }
    }
  }

  /** A text that reports, with or without the returned mail below. */
  static BounceText of(String text, MailEffort effort) {
    return new BounceText(text, false, effort);
  }

  /** The returned mail itself, or its headers. */
  static BounceText returned(String mail, MailEffort effort) {
    String start = mail.stripLeading();
    int end = start.indexOf("\n\n");
    return new BounceText(end < 0 ? start : start.substring(0, end), true, effort);
  }

  /** The Message-ID in what is returned of the mail, as it is written there. */
  Optional<String> originalMessageId() {
    return originalMessageId;
  }

  /** Whether it has what people who complain about a parcel do not write. */
  boolean hasDetails() {
    return originalMessageId.isPresent() || !status().isEmpty();
  }

  /** Whether it says, in one of many languages, that something did not arrive. */
  boolean saysUndelivered() {
    return report.stream().anyMatch(line -> effort.matcher(UNDELIVERED, line).find());
  }

  /** Whom the returned mail was for, if it had one recipient. */
  Optional<String> addressee() {
    return addressee;
  }

  /** Whether the server says that it will try again. */
  boolean isDelayed() {
    return report.stream().anyMatch(line -> effort.matcher(DELAYED, line).find())
        && report.stream().noneMatch(line -> effort.matcher(GIVEN_UP, line).find());
  }

  /**
   * The recipients the report is about.
   *
   * @param own the addresses the report was sent to, which it may greet
   */
  List<Recipient> recipients(List<String> own, boolean delayed) {
    List<Recipient> listed = recipients(startOfList(), own, delayed);
    return listed.isEmpty() ? recipients(0, own, delayed) : listed;
  }

  private int startOfList() {
    for (int i = 0; i < report.size(); i++) {
      if (effort.matcher(LIST_OF_RECIPIENTS, report.get(i)).matches()) {
        return i + 1;
      }
    }
    return 0;
  }

  private List<Recipient> recipients(int firstLine, List<String> own, boolean delayed) {
    for (Pattern lead : LEADS) {
      Map<String, Recipient> found = new LinkedHashMap<>();
      for (int i = firstLine; i < report.size() && found.size() < MAX_RECIPIENTS; i++) {
        Optional<String> address = addressAfter(lead, report.get(i));
        if (address.isPresent() && own.stream().noneMatch(address.get()::equalsIgnoreCase)) {
          found.putIfAbsent(
              address.get().toLowerCase(Locale.ROOT),
              recipient(address.get(), statusFrom(i), delayed));
        }
      }
      if (!found.isEmpty()) {
        return List.copyOf(found.values());
      }
    }
    return List.of();
  }

  private Optional<String> addressAfter(Pattern lead, String line) {
    Matcher address = effort.matcher(ANY_ADDRESS, line);
    while (address.find()) {
      int start = Math.max(0, address.start() - MAX_LEAD_LENGTH);
      if (effort.matcher(lead, line.substring(start, address.start())).matches()) {
        return Optional.of(GatewayAddress.undressed(bare(address.group(1))));
      }
    }
    return Optional.empty();
  }

  /** Without the full stop of its sentence. */
  private static String bare(String address) {
    return address.replaceAll("[.-]+$", "");
  }

  private static Recipient recipient(String address, String status, boolean delayed) {
    return new Recipient(address, delayed ? Action.DELAYED : Action.FAILED, status);
  }

  /** What is said after an address is about it; else the first code in the report is. */
  private String statusFrom(int line) {
    for (int i = line; i < Math.min(line + 6, report.size()); i++) {
      Optional<String> code = DeliveryStatus.code(report.get(i));
      if (code.isPresent()) {
        return code.get();
      }
    }
    return status();
  }

  /** The first status code of the report, or the class of the first reply code. */
  String status() {
    for (String line : report) {
      Optional<String> code = DeliveryStatus.code(line);
      Matcher reply = effort.matcher(REPLY_CODE, line);
      if (code.isPresent()) {
        return code.get();
      }
      if (reply.find()) {
        return reply.group(1) + ".0.0";
      }
    }
    return "";
  }
}
