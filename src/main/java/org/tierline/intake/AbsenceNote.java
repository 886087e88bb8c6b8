package org.tierline.intake;

import java.util.regex.Pattern;

/**
 * Recognises by its words what a program says for somebody who is away, when the program does not
 * say that it is one. People say such things, too, so the words alone only keep the desk from
 * answering.
 */
final class AbsenceNote {

  /** An absence is announced at once. */
  private static final int MAX_LENGTH = 600;

  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:out of (?:the |my )?office|on (?:annual |parental |maternity |sick )?leave\\b|on (?:vacation|holidays?)\\b"
              + "|away from (?:the office|my (?:desk|mail|e-?mail))|limited access to (?:my )?e-?mails?|return to the office"
              + "|this is an auto(?:mated|matic) (?:reply|response|message|e-?mail)|auto-?(?:reply|responder)"
              + "|(?:nicht|nicht mehr) im (?:büro|hause)|bin (?:derzeit|zur ?zeit|momentan|bis\\b.{0,40}) (?:nicht|abwesend|im urlaub)"
              + "|im urlaub|abwesenheits(?:notiz|nachricht|assistent)|automatisch(?:e|generierte)? (?:antwort|nachricht|e-?mail)"
              + "|absent(?:e)? du bureau|je suis (?:actuellement )?(?:absent|en congé)|réponse automatique"
              + "|fuera de (?:la )?oficina|estoy de vacaciones|respuesta automática|fuori (?:ufficio|sede)|sono in ferie"
              + "|risposta automatica|fora do escritório|estou de férias|afwezig|op vakantie|niet op kantoor"
              + "|poza biurem|na urlopie|mimo kancelář|na dovolené|poissa toimistolta|olen (?:vuosi)?lomalla"
              + "|házon kívül|szabadságon vagyok|ofis dışında|izindeyim|yıllık izin"
              + "|auto(?:matická odpov|maattinen vastaus|matikus válasz)|otomatik (?:yanıt|cevap)|automatyczna odpowied)"
              + "|не в офисе|вне офиса|в отпуске|автоматический ответ"
              + "|不在にして|休暇|外出して|休假|不在办公室",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private AbsenceNote() {}

  static boolean in(InboundMessage mail) {
    return inSubject(mail) || in(mail.visibleReply());
  }

  static boolean in(String text) {
    return WORDS.matcher(CleanText.shortened(text, MAX_LENGTH)).find();
  }

  /** Not where the subject is that of a conversation, which may be about just that. */
  static boolean inSubject(InboundMessage mail) {
    return !KindOfMail.answersBySubject(mail.subject()) && WORDS.matcher(mail.subject()).find();
  }
}
