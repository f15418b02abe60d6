// What htmx and HTML do not do by themselves: keyboard shortcuts, times in the reader's zone, drafts
// that survive, and the stream of events. Every page works without it, only less comfortably.
(() => {
  "use strict";

  const language = document.documentElement.lang || "en";

  function showOffline(away) {
    document.querySelector(".offline")?.toggleAttribute("hidden", !away);
  }

  // --- htmx: nothing that the content security policy forbids ---------------------------------

  if (window.htmx) {
    Object.assign(htmx.config, {
      allowEval: false,
      includeIndicatorStyles: false,
      timeout: 30_000, // a connection may have died in silence, and the next request waits for this one
      historyCacheSize: 0, // pages hold personal data, which must not stay in the browser
      responseHandling: [
        { code: "204", swap: false },
        { code: "[23]..", swap: true },
        { code: "4(09|12|22)", swap: true }, // a form that comes back with what is wrong with it
        { code: "...", swap: true, error: true },
      ],
    });
    document.addEventListener("htmx:configRequest", (event) => {
      event.detail.headers.Accept = "text/html";
    });
    // An error page may take the place of the page, but not of a part of it.
    document.addEventListener("htmx:beforeSwap", (event) => {
      if (event.detail.isError && !event.detail.boosted) event.detail.shouldSwap = false;
    });
    document.addEventListener("htmx:sendError", () => showOffline(true));
    document.addEventListener("htmx:timeout", () => showOffline(true));
    document.addEventListener("htmx:afterOnLoad", () => showOffline(false));
  }

  // --- Times -----------------------------------------------------------------------------------

  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const SOON = 900;

  function ago(seconds) {
    const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) || ["second", 1];
    return relative.format(Math.trunc(seconds / size), unit);
  }

  function showTimes(root) {
    root.querySelectorAll("time[data-moment]").forEach((element) => {
      const at = new Date(element.dateTime);
      const seconds = (at - Date.now()) / 1000;
      const how = element.dataset.moment;
      element.textContent = how === "date" ? dateTime.format(at) : ago(seconds);
      element.title = dateTime.format(at);
      if (how === "due") {
        element.classList.toggle("overdue", seconds < 0);
        element.classList.toggle("due-soon", seconds >= 0 && seconds < SOON);
      }
    });
  }

  // --- Drafts: what was typed survives a reload until it was sent ---------------------------------

  const draftKey = (field) => "casewire-draft:" + field.dataset.draft;

  function restoreDrafts(root) {
    root.querySelectorAll("textarea[data-draft]").forEach((field) => {
      const draft = localStorage.getItem(draftKey(field));
      if (draft && !field.value) {
        field.value = draft;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
  }

  document.addEventListener("input", (event) => {
    const field = event.target;
    if (field.dataset && field.dataset.draft) {
      if (field.value) localStorage.setItem(draftKey(field), field.value);
      else localStorage.removeItem(draftKey(field));
    }
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    const form = event.detail.requestConfig && event.detail.requestConfig.elt;
    if (form && form.matches("form") && event.detail.xhr.status < 400) {
      form.querySelectorAll("textarea[data-draft]").forEach((field) => {
        localStorage.removeItem(draftKey(field));
        field.value = "";
      });
    }
  });

  // --- Keyboard ------------------------------------------------------------------------------------

  let pending = "";
  let forget = 0;

  function isTyping(element) {
    return element.closest("input, textarea, select, [contenteditable]") !== null;
  }

  function move(step) {
    const links = [...document.querySelectorAll("[data-move]")];
    if (links.length === 0) return;
    const here = links.indexOf(document.activeElement);
    const current = here >= 0 ? here : links.findIndex((link) => link.closest(".current"));
    const next = current < 0 ? (step > 0 ? 0 : links.length - 1) : current + step;
    links[Math.min(Math.max(next, 0), links.length - 1)].focus();
  }

  function use(element) {
    if (element.matches("summary")) {
      element.parentElement.open = true;
      element.parentElement.querySelector("textarea, input:not([type=hidden]), select")?.focus();
    } else if (element.matches("input, textarea, select")) {
      element.focus();
    } else {
      element.click();
    }
  }

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      const form = event.target.closest("form");
      if (form) {
        event.preventDefault();
        form.requestSubmit(form.querySelector("[data-enter]") || undefined);
      }
      return;
    }
    if (event.key === "Escape" && isTyping(event.target)) {
      event.target.blur();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    const sequence = pending ? pending + " " + event.key : event.key;
    pending = "";
    clearTimeout(forget);
    if (sequence === "j" || sequence === "k") {
      event.preventDefault();
      move(sequence === "j" ? 1 : -1);
      return;
    }
    const keys = [...document.querySelectorAll("[data-key]")].filter((key) => key.checkVisibility());
    const target = keys.find((element) => element.dataset.key === sequence);
    if (target) {
      event.preventDefault();
      use(target);
    } else if (keys.some((element) => element.dataset.key.startsWith(sequence + " "))) {
      pending = sequence;
      forget = setTimeout(() => { pending = ""; }, 1500);
    }
  });

  // --- Small behaviours ------------------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens).showModal();
  });

  document.addEventListener("change", (event) => {
    const field = event.target;
    if (field.matches("select[data-submits]")) field.form.requestSubmit();
  });

  // --- News: told soon, and together with what comes right after ---------------------------------

  const QUIET = 100;
  const LONGEST_WAIT = 1000; // however many come after it
  const waiting = new Map(); // name → {since, timer}
  const postponed = new Set(); // what nobody looks at need not be loaded, and is not marked as read

  function tell(name) {
    waiting.delete(name);
    if (document.hidden) postponed.add(name);
    else htmx.trigger(document.body, name);
  }

  function tellSoon(name) {
    const now = Date.now();
    const { since, timer } = waiting.get(name) || { since: now };
    clearTimeout(timer);
    const pause = Math.max(0, Math.min(QUIET, since + LONGEST_WAIT - now));
    waiting.set(name, { since, timer: setTimeout(() => tell(name), pause) });
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    const names = [...postponed];
    postponed.clear();
    names.forEach(tell);
  });

  // --- The stream of events: an event "case" of the server becomes "case-changed" on the body -----

  const FIRST_SILENCE = 10_000; // until the first heartbeat, which comes at once and says how often

  const stream = {
    source: null,
    silence: FIRST_SILENCE,
    watch: 0,
    wasAway: false,
    failed: false,

    open(address) {
      const source = new EventSource(address);
      this.source = source;
      const on = (name, handle) => source.addEventListener(name, (event) => {
        this.heard(address);
        handle(event.data);
      });
      this.heard(address);
      on("heartbeat", (data) => {
        this.silence = 2000 * JSON.parse(data).seconds;
        this.heard(address);
      });
      on("case", (data) => {
        tellSoon("case-changed-" + JSON.parse(data).caseId);
        tellSoon("cases-changed");
      });
      on("refresh", () => this.catchUp());
      source.onopen = () => {
        if (this.wasAway) this.catchUp();
        this.wasAway = false;
        this.failed = false;
        showOffline(false);
      };
      source.onerror = () => {
        // The server ends each stream after a while; only a second failure in a row is news.
        if (this.failed) showOffline(true);
        this.failed = true;
        this.wasAway = true;
        if (source.readyState === EventSource.CLOSED) this.reopen(address, 5000);
      };
    },

    /** Nobody tells us that a connection is dead; one that was silent for two heartbeats is. */
    heard(address) {
      clearTimeout(this.watch);
      this.watch = setTimeout(() => {
        showOffline(true);
        this.wasAway = true;
        this.silence = FIRST_SILENCE;
        this.reopen(address, 0);
      }, this.silence);
    },

    reopen(address, pause) {
      this.close();
      this.watch = setTimeout(() => this.open(address), pause);
    },

    catchUp() {
      tellSoon("cases-changed");
      tellSoon("reconnected");
    },

    close() {
      clearTimeout(this.watch);
      this.source.close();
    },
  };

  function listen() {
    const address = document.body.dataset.stream;
    if (!address || !window.EventSource) return;
    stream.open(address);
    addEventListener("pagehide", () => stream.close(), { once: true });
  }

  // --- Start ---------------------------------------------------------------------------------------

  function prepare(root) {
    showTimes(root);
    restoreDrafts(root);
    const latest = root.querySelector("[data-shows-latest] > :last-child");
    if (latest && !location.hash) {
      // After htmx, which scrolls to the top of a page that it has exchanged.
      requestAnimationFrame(() => latest.scrollIntoView({ block: "nearest" }));
    }
  }

  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload(); // what was kept is old, and its stream is closed
  });
  document.addEventListener("DOMContentLoaded", () => {
    prepare(document);
    setInterval(() => showTimes(document), 15000);
    if (window.htmx) listen();
  });
  document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
})();
