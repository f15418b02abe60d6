package io.casewire.intake.mail.bounce;

import java.util.regex.Pattern;

/**
 * How failed deliveries are put into words in several languages, by what the sentences have in
 * common. All patterns take time in proportion to the text.
 */
final class FailureWords {

  /** What a report names and a person's complaint about a parcel does not. */
  private static final Pattern EVIDENCE =
      Pattern.compile(
          "[^\\s<>@]{1,64}@[a-z0-9-]{1,63}\\.[a-z]|\\b[45]\\d\\d[ -]|\\b[45]\\.\\d\\.\\d",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ANSWER_OR_FORWARD =
      Pattern.compile(
          "\\s*(?:re|fwd?|aw|wg|tr|rv|回复|转发|答复|轉寄|返信|転送)\\s*[:：].*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** That something was not handed over, however it is put. */
  private static final Pattern NOT_DELIVERED =
      Pattern.compile(
          "(?:not|n't|unable to|fail(?:ed|ure)? to|failed:?)\\W{1,3}(?:be |been |yet |able to )*"
              + "(?:deliver|sen[dt]|reach|accept|transmit)"
              + "|(?:delivery|message|mail)\\W(?:to \\S{1,120} )?(?:has |have |was |is |been )*"
              + "(?:failed|rejected|refused|blocked|bounced|returned|delayed|undeliver)"
              + "|undeliver|non-?deliver|returned to sender|mail delivery failed"
              + "|nicht\\W{1,2}(?:zugestellt|ausgeliefert|zustellbar|übermittelt|angenommen|gesendet)"
              + "|unzustellbar|abgewiesen|zurückgewiesen|zustellung fehlgeschlagen"
              + "|(?:pas (?:pu )?(?:être|été)?|impossible de|échec de l[a'] ?)\\W{0,2}"
              + "(?:remi|livr|distribu|délivr|envo|transmi|achemin)|remise impossible|non (?:remis|distribu|délivr)"
              + "|no (?:se )?(?:ha |pudo |puede |fue |podido |sido )+(?:sido |ser )?(?:entreg|envia|enviado)"
              + "|no (?:entregado|enviado)|entrega fallida|imposible (?:entregar|enviar)"
              + "|(?:无法|未能|不能|無法|未)(?:投递|送达|发送|送達|投遞|傳遞|寄送|寄达)"
              + "|(?:投递|发送|投遞|傳送|送达|寄送)失[败敗]|退信|退回"
              + "|(?:配信|配送|送信|転送|お?届け)(?:する|を|は)?(?:こと)?(?:が|は|に)?(?:でき|失敗|不能|エラー)|不達",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** That the address or its mailbox is the reason. */
  private static final Pattern BY_ADDRESS =
      Pattern.compile(
          "(?:user|recipient|mailbox|address|account)\\W{1,2}(?:is |was )?"
              + "(?:unknown|not found|unavailable|full|disabled|rejected|invalid)"
              + "|(?:unknown|no such|invalid) (?:user|recipient|mailbox|address)|quota"
              + "|(?:postfach|speicher)[^.]{0,20}voll|empfänger [^.]{0,20}(?:unbekannt|existiert)"
              + "|boîte [^.]{0,30}pleine|destinataire inconnu|adresse [^.]{0,20}introuvable"
              + "|buzón [^.]{0,20}lleno|(?:usuario|destinatario) desconocido"
              + "|(?:邮箱|信箱|郵箱|邮件箱)[^。]{0,6}[已满滿]|(?:收件人|用户|用戶|地址|帳號|账号)[^。]{0,4}不存在"
              + "|メールボックスが|宛先[^。]{0,6}(?:不明|見つかり)|容量",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Parcels, transfers and orders are not delivered either. */
  private static final Pattern MAIL =
      Pattern.compile(
          "mail|message|mailbox|inbox|recipient|nachricht|postfach|empfänger|courri|messag|destinat"
              + "|boîte|correo|mensaje|buzón|courriel|邮|郵|信件|发信|退信|收件人|メール|宛",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** "Your message to somebody@…": what a report says first, whatever comes then. */
  private static final Pattern YOUR_MAIL_TO =
      Pattern.compile(
          "\\b(?:e-?mail|message|mail)(?: you sent| addressed)? (?:to|for)"
              + "\\W{0,4}[^\\s<>@]{1,64}@"
              + "|(?:e-?mail|message|mail) (?:that )?you (?:sent|addressed|wrote) to\\W{0,4}[^\\s<>@]{1,64}@"
              + "|(?:e-?mail|mail|nachricht|sendung) (?:an|für)\\W{0,4}[^\\s<>@]{1,64}@"
              + "|(?:message|courriel|courrier|e-?mail|mail)(?: destiné| envoyé| adressé)? (?:à|pour)\\W{0,4}[^\\s<>@]{1,64}@"
              + "|(?:mensaje|correo|e-?mail)(?: enviado| dirigido)? (?:a|para)\\W{0,4}[^\\s<>@]{1,64}@"
              + "|(?:发给|发往|发送给|寄给|寄給|發給|投递到)\\W{0,4}[^\\s<>@]{1,64}@"
              + "|@[^\\s<>@]{1,64}\\W{0,4}(?:宛|へ|は|の邮件|的邮件|的郵件|的電郵)"
              + "|(?:address|adresse|mailbox|inbox|postfach|dirección|邮箱|地址)"
              + "(?: (?:of|for|de|von))?\\W{0,4}[^\\s<>@]{1,64}@"
              + "|@\\S{1,200} (?:is no|does ?n.t|does not|has been (?:closed|disabled|deleted)|ist nicht"
              + "|existiert|n'est|n'existe|no existe|ya no)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern FAILURE =
      Pattern.compile(
          "\\b(?:not|no longer|cannot|unable|fail|reject|refus|block|bounce|return|discard|full|limit"
              + "|quota|exceed|delay|invalid|unknown|closed|disabled|deleted|error|problem|denied|expired"
              + "|time[d ]*out|undeliver|suspend|retired|unsolicited|illegal)|n't\\b"
              + "|\\b(?:nicht|fehl|voll|gesperrt|unbekannt|verworfen|abgewiesen|unzustellbar|kein)"
              + "|\\b(?:pas|échou|échec|impossible|introuvable|inconnu|pleine|refus|bloqu|erreur)"
              + "|\\b(?:no|error|lleno|rechaz|imposible|fall|bloque|desconoc|devuel)"
              + "|无法|無法|未|失败|失敗|拒|不存在|不能|[已]?[满滿]|退|错误|錯誤|エラー|でき|不明|ません|いっぱい",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /** What other desks and shops say to a mail that has arrived. */
  private static final Pattern RECEIVED =
      Pattern.compile(
          "(?:has been|was|have|we) received|thank you for|thanks for|erhalten|vielen dank|bien reçu"
              + "|merci|hemos recibido su|gracias por|已收到|感谢|感謝|受け付け|ありがとう",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern DELIVERY =
      Pattern.compile(
          "deliver|transmi|übermittl|zustell|remise|livraison|distribution|entreg|devoluci|投递|投遞|送达|送達|发送"
              + "|發送|配信|配送|送信|relay|bulk",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private FailureWords() {}

  /** Whether a mail server may well mean a mail. */
  static boolean speakOfDelivery(String words) {
    return DELIVERY.matcher(words).find()
        && FAILURE.matcher(words).find()
        && EVIDENCE.matcher(words).find();
  }

  /** Whether it is said of a mail to an address, and of nothing else, that it failed. */
  static boolean speakOfMail(String subject, String text) {
    String words = subject + " " + text;
    return !ANSWER_OR_FORWARD.matcher(subject).matches()
        && !RECEIVED.matcher(words).find()
        && MAIL.matcher(words).find()
        && EVIDENCE.matcher(words).find()
        && (NOT_DELIVERED.matcher(words).find()
            || BY_ADDRESS.matcher(words).find()
            || (YOUR_MAIL_TO.matcher(words).find() && FAILURE.matcher(words).find()));
  }
}
