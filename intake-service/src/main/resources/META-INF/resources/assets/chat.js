// The chat page. The server keeps the conversation; this page shows it, says honestly what has
// arrived and what has not, and sends again what was not confirmed, under the same number.

const byId = (id) => document.getElementById(id);
const words = (key) => byId("chat-words").content.querySelector(`[data-key="${key}"]`).textContent;
const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const clock = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });

// --- What the browser keeps ------------------------------------------------------------------------

/** The session, for all windows: {token, hello}. Forgotten when the customer ends the chat. */
const session = {
  key: "casewire-chat",
  get() {
    return JSON.parse(localStorage.getItem(this.key) || "null");
  },
  set(value) {
    localStorage.setItem(this.key, JSON.stringify(value));
  },
  forget() {
    localStorage.removeItem(this.key);
  },
};

/** Messages of this window that were not confirmed, so that a reload loses none. */
const unsent = {
  key: "casewire-chat-unsent",
  all() {
    return JSON.parse(sessionStorage.getItem(this.key) || "[]");
  },
  add(message) {
    this.keep([...this.all(), message]);
  },
  remove(clientMessageId) {
    this.keep(this.all().filter((message) => message.clientMessageId !== clientMessageId));
  },
  keep(messages) {
    sessionStorage.setItem(this.key, JSON.stringify(messages));
  },
};

// --- What is shown -----------------------------------------------------------------------------------

const list = byId("chat-messages");
const log = byId("chat-log");
const shownMessages = new Map(); // messageId → element
const ownMessages = new Map(); // clientMessageId → element

function isAtEnd() {
  return log.scrollHeight - log.scrollTop - log.clientHeight < 80;
}

function append(element, own) {
  const follow = own || isAtEnd();
  list.append(element);
  if (follow) log.scrollTop = log.scrollHeight;
  return element;
}

function messageElement({ who, text, at, own }) {
  const element = byId("chat-message").content.firstElementChild.cloneNode(true);
  element.classList.toggle("own", own);
  element.querySelector("[data-who]").textContent = who;
  element.querySelector("[data-text]").textContent = text;
  const time = element.querySelector("time");
  time.dateTime = at;
  time.textContent = clock.format(new Date(at));
  return element;
}

function showDelivery(element, state) {
  element.dataset.state = state;
  element.querySelector("[data-delivery]").textContent = words(state);
  const retry = element.querySelector("[data-retry]");
  retry.textContent = words("retry");
  retry.hidden = state !== "failed";
}

function showOwn({ clientMessageId, text, at }) {
  const element = append(messageElement({ who: words("you"), text, at, own: true }), true);
  ownMessages.set(clientMessageId, element);
  element.querySelector("[data-retry]").addEventListener("click", () => chat.transmit(clientMessageId));
  showDelivery(element, "waiting");
}

function showReceived({ messageId, eventId, agent, text, at }, own) {
  if (shownMessages.has(messageId)) {
    const shown = shownMessages.get(messageId);
    if (waitingForEyes.has(shown)) waitingForEyes.set(shown, eventId); // a newer server names it anew
    return;
  }
  const who = own ? words("you") : agent || words("agent");
  const element = append(messageElement({ who, text, at, own }), own);
  element.querySelector(".delivery").remove();
  shownMessages.set(messageId, element);
  if (!own) watchUntilSeen(element, eventId);
}

/** Something that nobody wrote, such as another status. */
function showEvent(text) {
  const element = byId("chat-event").content.firstElementChild.cloneNode(true);
  element.textContent = text;
  append(element, false);
}

function showCase(caseNumber) {
  if (caseNumber) byId("chat-case").textContent = words("case") + " " + caseNumber;
}

function showConnection(state) {
  const place = byId("connection");
  place.hidden = false;
  place.dataset.state = state;
  place.textContent = words(state);
}

function showPart(started) {
  byId("chat-start").hidden = started;
  byId("chat").hidden = !started;
  byId("connection").hidden = !started;
}

// --- Seen: only what was really on the screen of somebody who looks ---------------------------------

const onScreen = new Set();
const waitingForEyes = new Map(); // element → eventId
const eyes = new IntersectionObserver((entries) => {
  entries.forEach((entry) => (entry.isIntersecting ? onScreen.add(entry.target) : onScreen.delete(entry.target)));
  tellSeen();
}, { threshold: 0.5 });

function watchUntilSeen(element, eventId) {
  waitingForEyes.set(element, eventId);
  eyes.observe(element);
}

function tellSeen() {
  if (document.visibilityState !== "visible" || !chat.isOpen()) return;
  const waiting = [...waitingForEyes]; // a map keeps the order of the conversation
  // The server takes no confirmation of what it has not sent over this socket.
  const latest = waiting.findLastIndex(([element, eventId]) => onScreen.has(element) && chat.received.has(eventId));
  if (latest < 0) return;
  waiting.slice(0, latest + 1).forEach(([element]) => {
    waitingForEyes.delete(element);
    eyes.unobserve(element);
  });
  chat.confirm(waiting[latest][1]);
}

// --- The connection ------------------------------------------------------------------------------------

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const CONFIRMATION = 60_000; // longer than the server lets a message wait
const FIRST_SILENCE = 30_000; // until the welcome says how often a heartbeat comes
const TYPING_PAUSE = 3_000;

/** Longer each time, and no two windows in step. */
const pauseAfter = (attempts) => Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempts) * (0.5 + Math.random() / 2);

const chat = {
  socket: null,
  welcomed: false,
  attempts: 0,
  refusals: 0,
  timer: 0,
  silence: 0, // how long a socket may say nothing, in milliseconds; 0 for ever
  heardAt: 0,
  watch: 0,
  shownEvents: new Set(),
  received: new Set(), // events that came over this socket
  lastEventId: undefined, // the last event shown
  seenEventId: undefined, // the last event before which no answer waits to be seen
  lastTyping: 0,

  isOpen() {
    return this.welcomed && this.socket.readyState === WebSocket.OPEN;
  },

  send(frame) {
    this.socket.send(JSON.stringify(frame));
  },

  confirm(eventId) {
    this.seenEventId = waitingForEyes.size ? eventId : this.lastEventId;
    this.send({ type: "seen", eventId });
  },

  /** A dead socket looks like a silent one, so one that was silent for two heartbeats is given up. */
  heard() {
    this.heardAt = Date.now();
    clearTimeout(this.watch);
    if (this.silence) this.watch = setTimeout(() => this.giveUp(), this.silence);
  },

  isOverdue() {
    return this.silence > 0 && Date.now() - this.heardAt > this.silence;
  },

  giveUp() {
    const socket = this.socket;
    this.socket = null; // the browser may take minutes to close it
    socket.close();
    this.lost();
  },

  connect() {
    clearTimeout(this.timer);
    if (this.socket && this.socket.readyState < WebSocket.CLOSING) return;
    showConnection(this.attempts ? "reconnecting" : "connecting");
    const address = new URL("/api/v1/chat", location.href);
    address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address);
    this.socket = socket;
    this.welcomed = false;
    this.received.clear();
    this.silence = FIRST_SILENCE;
    this.heard();
    socket.onopen = () => {
      if (socket === this.socket) this.hello();
    };
    socket.onmessage = (event) => {
      if (socket === this.socket) this.receive(JSON.parse(event.data));
    };
    socket.onclose = () => {
      if (socket === this.socket) this.lost();
    };
  },

  hello() {
    const { token, hello } = session.get() || {};
    this.send({ type: "hello", ...hello, sessionToken: token, lastEventId: this.seenEventId });
  },

  lost() {
    clearTimeout(this.watch);
    clearTimeout(this.timer);
    this.welcomed = false;
    this.setSendingTo("waiting");
    if (!session.get()) return;
    showConnection(navigator.onLine ? "reconnecting" : "offline");
    this.timer = setTimeout(() => this.connect(), pauseAfter(this.attempts));
    this.attempts += 1;
  },

  receive(frame) {
    this.heard();
    if (frame.eventId !== undefined) {
      this.received.add(frame.eventId);
      if (this.shownEvents.has(frame.eventId)) {
        tellSeen(); // it was not confirmed before
        return;
      }
      this.shownEvents.add(frame.eventId);
      this.lastEventId = frame.eventId;
    }
    const handle = {
      welcome: () => this.welcome(frame),
      accepted: () => this.accepted(frame),
      reply: () => showReceived(frame, false),
      message: () => showReceived(frame, true),
      notice: () => showEvent(frame.text),
      status: () => showEvent(words("status-" + frame.status)),
      error: () => this.refused(frame),
    }[frame.type];
    if (handle) handle(); // a newer server may say more than this page understands
    if (!waitingForEyes.size) this.seenEventId = this.lastEventId;
  },

  welcome({ sessionToken, caseNumber, heartbeatSeconds = 0 }) {
    this.silence = 2000 * heartbeatSeconds;
    this.heard();
    session.set({ ...session.get(), token: sessionToken });
    this.welcomed = true;
    this.attempts = 0;
    showConnection("connected");
    showCase(caseNumber);
    this.transmitAll();
    tellSeen();
  },

  accepted({ clientMessageId, messageId, caseNumber }) {
    this.refusals = 0;
    unsent.remove(clientMessageId);
    showCase(caseNumber);
    const element = ownMessages.get(clientMessageId);
    if (!element) return;
    const twin = shownMessages.get(messageId);
    if (twin && twin !== element) twin.remove();
    shownMessages.set(messageId, element);
    showDelivery(element, "sent");
  },

  /** Sends a message, or sends it again: by its number the server knows that it is the same. */
  transmit(clientMessageId) {
    const message = unsent.all().find((one) => one.clientMessageId === clientMessageId);
    const element = ownMessages.get(clientMessageId);
    if (!message || !element) return;
    if (this.isOpen() && this.isOverdue()) this.giveUp(); // after a sleep, timers are late
    if (!this.isOpen()) {
      showDelivery(element, "waiting");
      return;
    }
    showDelivery(element, "sending");
    this.send({ type: "message", clientMessageId, text: message.text });
    const socket = this.socket;
    setTimeout(() => {
      if (socket === this.socket && element.dataset.state === "sending") this.giveUp();
    }, CONFIRMATION);
  },

  transmitAll() {
    unsent.all().forEach(({ clientMessageId }) => this.transmit(clientMessageId));
  },

  refused({ code }) {
    if (code === "session-unknown") {
      this.forgetEvents(); // of the session that is gone
      showEvent(words("session-unknown"));
    } else if (!this.welcomed) {
      this.socket.close(); // not let in for now: comes back later, and later again
    } else if (code === "unavailable") {
      this.setSendingTo("waiting"); // nothing is wrong with the message, so nobody has to care
      clearTimeout(this.timer); // one more for each refused message would send all of them each time
      this.timer = setTimeout(() => this.transmitAll(), pauseAfter(this.refusals));
      this.refusals += 1;
    } else {
      this.setSendingTo("failed");
      showEvent(words("refused"));
    }
  },

  setSendingTo(state) {
    [...ownMessages.values()]
      .filter((element) => element.dataset.state === "sending")
      .forEach((element) => showDelivery(element, state));
  },

  write(text) {
    const message = { clientMessageId: newId(), text, at: new Date().toISOString() };
    unsent.add(message);
    showOwn(message);
    this.transmit(message.clientMessageId);
  },

  typing() {
    const now = Date.now();
    if (!this.isOpen() || now - this.lastTyping < TYPING_PAUSE) return;
    this.lastTyping = now;
    this.send({ type: "typing" });
  },

  end() {
    if (this.isOpen()) this.send({ type: "end" });
    session.forget();
    this.stop();
  },

  forgetEvents() {
    this.shownEvents.clear();
    this.lastEventId = undefined;
    this.seenEventId = undefined;
  },

  stop() {
    clearTimeout(this.timer);
    clearTimeout(this.watch);
    unsent.keep([]);
    if (this.socket) this.socket.close();
    this.socket = null;
    this.welcomed = false;
    this.forgetEvents();
    this.attempts = 0;
    waitingForEyes.clear();
    shownMessages.clear();
    ownMessages.clear();
    list.replaceChildren();
    showPart(false);
  },

  start() {
    showPart(true);
    unsent.all().forEach(showOwn);
    this.connect();
  },
};

// --- The customer's hands ---------------------------------------------------------------------------------

const startForm = byId("chat-start");
const compose = byId("chat-compose");
const text = byId("chat-text");

startForm.addEventListener("submit", (event) => {
  event.preventDefault();
  const given = Object.fromEntries([...new FormData(startForm)].map(([name, value]) => [name, value.trim()]));
  const hello = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
  session.set({ hello });
  chat.start();
  text.focus();
});

compose.addEventListener("submit", (event) => {
  event.preventDefault();
  const written = text.value.trim();
  if (!written) return;
  text.value = "";
  text.dispatchEvent(new Event("input", { bubbles: true }));
  chat.write(written);
  text.focus();
});

text.addEventListener("input", () => {
  if (text.value) chat.typing();
});

text.addEventListener("keydown", (event) => {
  // Enter also confirms what an input method suggests; that is no wish to send.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
    event.preventDefault();
    compose.requestSubmit();
  }
});

byId("chat-end").addEventListener("click", () => {
  chat.end();
  byId("chat-name").focus();
});

document.addEventListener("visibilitychange", () => {
  if (chat.isOpen() && chat.isOverdue()) chat.giveUp();
  tellSeen();
});
addEventListener("online", () => {
  chat.attempts = 0;
  if (!session.get()) return;
  if (chat.socket) chat.giveUp(); // it belongs to the network that was lost
  else chat.connect();
});
addEventListener("offline", () => {
  if (session.get()) showConnection("offline");
});

// Another window of this browser began a chat, or ended it.
addEventListener("storage", (event) => {
  if (event.key !== session.key) return;
  if (!event.newValue) chat.stop();
  else if (!chat.socket && session.get().token) chat.start();
});

if (session.get()) chat.start();
else showPart(false);
