// Forms of customers: what is wrong stands beside its field before anything is sent, and whatever
// fails on the way, everything typed and chosen stays where it is. Without this the browser's own
// checks and the server's answers do the same work.
(() => {
  "use strict";

  const errorOf = (form, name) => form.querySelector(`[data-error="${name}"]`);

  // --- One field -----------------------------------------------------------------------------------

  function problemOf(field) {
    if (field.type === "file") return problemOfFiles(field);
    if (field.validity.valueMissing || (field.required && !field.value.trim())) return field.dataset.missing;
    if (field.validity.typeMismatch) return field.dataset.wrong;
    return "";
  }

  function problemOfFiles(field) {
    const files = [...field.files];
    const { count, each, total, tooMany, tooLarge } = field.dataset;
    if (files.length > Number(count)) return tooMany;
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    const large = bytes > Number(total) || files.some((file) => file.size > Number(each));
    return large ? tooLarge : "";
  }

  function tell(form, field, problem) {
    const place = errorOf(form, field.name);
    if (!place) return;
    place.textContent = problem;
    if (problem) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
  }

  function fieldsOf(form) {
    return [...form.elements].filter((field) => field.name && errorOf(form, field.name));
  }

  function check(form) {
    fieldsOf(form).forEach((field) => tell(form, field, problemOf(field)));
    return focusOnError(form);
  }

  /** Leads to the first thing that is wrong. */
  function focusOnError(form) {
    const first = form.querySelector("[aria-invalid=true]");
    if (first) first.focus();
    return first === null;
  }

  // --- Files -------------------------------------------------------------------------------------------

  function listFiles(form, field) {
    const list = form.querySelector("[data-chosen]");
    const size = new Intl.NumberFormat(document.documentElement.lang,
      { style: "unit", unit: "megabyte", maximumFractionDigits: 1, minimumFractionDigits: 1 });
    list.replaceChildren(...[...field.files].map((file) => {
      const item = document.createElement("li");
      item.textContent = `${file.name} · ${size.format(file.size / 1048576)}`;
      return item;
    }));
  }

  // --- What was typed survives a reload and a change of language, in this tab alone ------------------

  const draftKey = (form) => "casewire-form:" + form.action;
  const isText = (field) => field.name && field.type !== "file";

  function keepDraft(form) {
    const draft = [...form.elements].filter(isText).map((field) => [field.name, field.value]);
    sessionStorage.setItem(draftKey(form), JSON.stringify(draft));
  }

  function restoreDraft(form) {
    const draft = new Map(JSON.parse(sessionStorage.getItem(draftKey(form)) || "[]"));
    [...form.elements].filter(isText).forEach((field) => {
      if (draft.get(field.name)) field.value = draft.get(field.name);
    });
  }

  const forgetDraft = (form) => sessionStorage.removeItem(draftKey(form));

  // --- Sending -------------------------------------------------------------------------------------------

  function busy(form, is) {
    form.querySelector("[type=submit], button.primary").disabled = is;
    const place = form.querySelector("[data-busy]");
    if (place) place.hidden = !is;
    form.setAttribute("aria-busy", String(is));
  }

  function tellForm(form, words) {
    const place = errorOf(form, "form");
    place.textContent = words;
    place.focus();
  }

  /** Takes over what is wrong from the page that the server would have shown. */
  function takeErrors(form, html, status) {
    const answer = new DOMParser().parseFromString(html, "text/html").getElementById(form.id);
    if (!answer) {
      tellForm(form, status === 413 ? form.dataset.tooLarge : form.dataset.failed);
      return;
    }
    form.elements.submission.value = answer.elements.submission.value;
    keepDraft(form);
    fieldsOf(form).forEach((field) => tell(form, field, errorOf(answer, field.name).textContent.trim()));
    const general = errorOf(answer, "form").textContent.trim();
    if (general) tellForm(form, general);
    else focusOnError(form);
  }

  async function send(form) {
    busy(form, true);
    errorOf(form, "form").textContent = "";
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new FormData(form),
        headers: { Accept: "text/html" },
      });
      if (answer.redirected) {
        forgetDraft(form);
        location.assign(answer.url);
        return; // stays busy until the next page is there
      }
      takeErrors(form, await answer.text(), answer.status);
    } catch {
      tellForm(form, form.dataset.unreachable);
    }
    busy(form, false);
  }

  // --- Start -----------------------------------------------------------------------------------------------

  function prepare(form) {
    form.noValidate = true;
    restoreDraft(form);
    form.addEventListener("input", () => keepDraft(form));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (form.getAttribute("aria-busy") !== "true" && check(form)) send(form);
    });
    form.addEventListener("change", (event) => {
      const field = event.target;
      if (field.type === "file") listFiles(form, field);
      tell(form, field, problemOf(field));
    });
    // A page that the browser kept must not come back as it was in the middle of sending.
    addEventListener("pageshow", () => busy(form, false));
  }

  document.querySelectorAll("form[data-form]").forEach(prepare);
})();
