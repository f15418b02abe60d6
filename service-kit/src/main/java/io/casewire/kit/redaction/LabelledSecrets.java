package io.casewire.kit.redaction;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds card verification values, one-time codes and passwords beside their words, in Chinese and
 * English. What follows the word counts before what precedes it, and a word that has its secret is
 * used up: the digits on its other side belong to something else.
 */
final class LabelledSecrets implements SecretFinder {

  private static final SecretWords WORDS =
      new SecretWords()
          .add(SecretKind.CVV, "cvv", "cvv2", "cvc", "cvc2", "cvn", "cvn2", "csc")
          .add(SecretKind.CVV, "card verification code", "card verification value")
          .add(SecretKind.CVV, "card verification number", "card security code")
          .add(SecretKind.CVV, "背面三位", "背面的三位", "背面3位", "背面的3位", "背后三位", "背後三位")
          .add(List.of(SecretKind.CVV, SecretKind.OTP), "security code", "安全码", "安全碼")
          .add(SecretKind.OTP, "otp", "one time password", "one time passcode", "one time code")
          .add(SecretKind.OTP, "one time pin", "verification code", "authentication code")
          .add(SecretKind.OTP, "authenticator code", "activation code", "sms code", "text code")
          .add(SecretKind.OTP, "2fa code", "login code", "sign in code", "reset code")
          .add(SecretKind.OTP, "验证码", "驗證碼", "校验码", "校驗碼", "认证码", "認證碼", "短信码", "簡訊碼")
          .add(SecretKind.OTP, "动态码", "動態碼", "动态密码", "動態密碼", "动态口令", "動態口令")
          .add(SecretKind.OTP, "一次性密码", "一次性密碼", "一次性口令")
          .add(SecretKind.PASSWORD, "password", "passwd", "passcode", "passphrase", "pwd", "pw")
          .add(SecretKind.PASSWORD, "pin", "pin code", "pin码", "pin碼", "密码", "密碼", "口令");

  private static final Map<SecretKind, SecretBesideWord> RULES =
      Map.of(
          SecretKind.CVV, CodeBesideWord.cardVerificationValue(),
          SecretKind.OTP, CodeBesideWord.oneTimeCode(),
          SecretKind.PASSWORD, new PasswordBesideWord());

  @Override
  public void find(FoldedText text) {
    int at = 0;
    while (at < text.length()) {
      Optional<SecretWords.Word> word = WORDS.at(text, at);
      word.ifPresent(found -> takeSecret(text, found));
      at = word.map(SecretWords.Word::end).orElse(at + 1);
    }
  }

  private static void takeSecret(FoldedText text, SecretWords.Word word) {
    for (SecretKind kind : word.kinds()) {
      if (RULES.get(kind).takeAfter(text, word.end())) {
        return;
      }
    }
    int from = Math.max(0, word.start() - SecretBesideWord.REACH);
    if (text.containsDigit(from, word.start())) {
      takeSecretBefore(text, from, word);
    }
  }

  private static void takeSecretBefore(FoldedText text, int from, SecretWords.Word word) {
    for (SecretKind kind : word.kinds()) {
      if (RULES.get(kind).takeBefore(text, from, word.start())) {
        return;
      }
    }
  }
}
