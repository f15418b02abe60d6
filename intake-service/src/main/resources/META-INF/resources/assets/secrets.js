// A hint while somebody types what looks like a card number, a password or a code. It is only a hint
// and never leaves the browser: the server judges for itself and removes what it finds.
(() => {
  "use strict";

  const CARD = /\d(?:[ .\-]?\d){11,18}/g;
  const BESIDE_WORD = new RegExp(
    "(pass\\s?word|passcode|\\bpin\\b|\\bcvv2?\\b|\\bcvc2?\\b|security code|密码|口令|验证码|安全码)" +
      "\\s*(is|was|为|是)?\\s*[:：=]?\\s*\\S*\\d", "i");
  const PAUSE = 400;

  function isCard(digits) {
    const sum = [...digits].reverse().reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return digits.length >= 12 && "23456".includes(digits[0]) && sum % 10 === 0;
  }

  function holdsSecret(text) {
    const plain = text.normalize("NFKC").replace(/[\u200b-\u200d\ufeff]/g, "");
    return BESIDE_WORD.test(plain)
      || (plain.match(CARD) || []).some((run) => isCard(run.replace(/\D/g, "")));
  }

  document.querySelectorAll("form[data-secret]").forEach((form) => {
    const hint = document.getElementById(form.dataset.secret);
    const fields = [...form.querySelectorAll("[data-watch]")];
    const look = () => { hint.hidden = !fields.some((field) => holdsSecret(field.value)); };
    let waiting = 0;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(look, PAUSE);
    });
    look();
  });
})();
