package io.casewire.acceptance.load;

import java.util.List;
import java.util.Random;

/** What the simulated customers write, half in Chinese and half in English. */
final class CustomerTexts {

  /** A first message. */
  record Text(String locale, String subject, String body) {}

  private static final List<Text> TEXTS =
      List.of(
          new Text("zh", "付款失败但已扣款", "昨天晚上付款显示失败，但是银行卡里的钱已经扣了，请帮我查一下。"),
          new Text("zh", "无法登录", "换了新手机以后一直登录不上，验证码也收不到，怎么办？"),
          new Text("zh", "提现没有到账", "周一申请的提现到现在还没有到账，页面一直显示处理中。"),
          new Text("zh", "申请退款", "商家已经同意退款三天了，钱还没有退回来，麻烦催一下。"),
          new Text(
              "en", "Charged twice", "My payment was declined on the page, yet my bank shows it."),
          new Text("en", "Locked out", "I can't sign in since I got a new phone, no code arrives."),
          new Text(
              "en", "Withdrawal pending", "I asked for a withdrawal on Monday and it is pending."),
          new Text("en", "Refund", "The shop agreed to refund me three days ago. Where is it?"));

  private final Random random;

  CustomerTexts(long seed) {
    this.random = new Random(seed);
  }

  /** The next customer's words. */
  Text next() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  /** What a customer of this language adds later. */
  static String more(Text text) {
    return text.locale().equals("zh") ? "谢谢，还有一个问题：多久可以到账？" : "Thanks. How long will it take?";
  }
}
