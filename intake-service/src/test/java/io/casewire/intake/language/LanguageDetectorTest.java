package io.casewire.intake.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

  private final LanguageDetector detector = new LanguageDetector();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zh | 我的付款失败了，钱已经被扣
          zh | 帳戶被凍結，請盡快處理
          zh | 退款
          zh | WooCommerce插件怎么安装
          zh | 我下载了の这个APP，登录不了，请帮忙
          ja | 支払いが失敗しました。確認してください
          ja | ログインできません
          ko | 결제가 실패했습니다
          ru | Мой платёж не прошёл, помогите
          el | Δεν μπορώ να συνδεθώ
          ar | لا أستطيع تسجيل الدخول
          he | אני לא מצליח להתחבר
          th | ฉันเข้าสู่ระบบไม่ได้
          hi | मेरा भुगतान विफल हो गया
          """)
  void the_script_decides_whatever_the_locale_says(String language, String text) {
    assertEquals(language, detector.detect(text, "en-GB"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | My payment was declined but there is enough money on the card.
          de | Meine Zahlung wurde abgelehnt, obwohl genug Geld auf dem Konto ist.
          fr | Mon paiement a été refusé alors que j'ai assez d'argent sur la carte.
          es | Mi pago ha sido rechazado pero tengo dinero en la cuenta.
          pt | O meu pagamento foi recusado mas tenho dinheiro na conta.
          it | Il mio pagamento è stato rifiutato ma ho abbastanza soldi sulla carta.
          nl | Mijn betaling is geweigerd maar er staat genoeg geld op de rekening.
          sv | Min betalning gick inte igenom fast det finns pengar på kontot.
          pl | Moja płatność nie przeszła, ale mam pieniądze na koncie. Proszę o pomoc.
          tr | Ödemem neden reddedildi? Hesabımda para var ama bir türlü olmuyor.
          vi | Tôi không thể đăng nhập vào tài khoản của tôi.
          id | Saya tidak bisa masuk ke akun saya, mohon dibantu.
          """)
  void latin_text_is_told_apart_by_its_small_words(String language, String text) {
    assertEquals(language, detector.detect(text, "zh-CN"));
  }

  @ParameterizedTest
  @CsvSource({"Refund?, zh-CN, zh", "Refund?, zh_TW, zh", "Hallo, de-AT, de", "12345, fr, fr"})
  void the_locale_decides_when_there_is_little_text(String text, String locale, String language) {
    assertEquals(language, detector.detect(text, locale));
  }

  @ParameterizedTest
  @CsvSource({"''", "'   '", "'???'", "'und'", "'-'"})
  void a_short_text_without_a_usable_locale_is_taken_for_english(String locale) {
    assertEquals("en", detector.detect("ok", locale));
  }

  @Test
  void a_latin_text_in_an_unknown_language_takes_that_of_the_locale() {
    assertEquals("sw", detector.detect("Siwezi kuingia kwenye akaunti yangu tangu jana", "sw-KE"));
  }

  @Test
  void a_longer_latin_text_is_not_chinese_even_when_the_locale_is() {
    assertEquals("en", detector.detect("Worst customer service ever.", "zh-CN"));
  }

  @Test
  void the_locale_decides_between_languages_of_one_script() {
    assertEquals("uk", detector.detect("Не можу увійти", "uk-UA"));
    assertEquals("ru", detector.detect("Не можу увійти", "en"));
  }

  @Test
  void addresses_do_not_make_a_chinese_text_english() {
    // Given
    String text = "这是真的吗 https://secure-pay-login.example/account/verify/now me@mail.example";

    // When
    String language = detector.detect(text, "en");

    // Then
    assertEquals("zh", language);
  }

  @Test
  void only_the_first_thousand_characters_count() {
    // Given
    String english = "This is what I have to say about it. ".repeat(30);

    // When
    String language = detector.detect(english + "然后".repeat(5_000), "zh");

    // Then
    assertEquals("en", language);
  }

  @Test
  void a_long_text_without_letters_takes_the_language_of_the_locale() {
    assertEquals("zh", detector.detect("1234567890 !!! ".repeat(100), "zh-CN"));
  }
}
