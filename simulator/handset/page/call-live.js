import { followCall, sendInput } from "./call-api.js";
import { buildEar } from "./call-ear.js";
import { buildKeypad } from "./call-keypad.js";
import { lengthOf, roundButton, shapes } from "./call-screens.js";
import { openSound } from "./call-sound.js";
import { buildTranscript } from "./call-transcript.js";
import { buildVoice } from "./call-voice.js";
import { make } from "./dom.js";
import { formatPhone } from "./format.js";
import { icon } from "./icons.js";

/** A call that is up: hears the business, and answers it by words, keys or voice. */
export function buildCall({ callId, business, isIncoming, over, close }) {
  const state = {
    language: business.phoneNumber.startsWith("+91") ? "en-IN" : "en-US",
    since: null,
    isOver: false,
  };
  const voice = buildVoice();
  let line = null;
  /** Somebody real may be at the other end: they hear this microphone, and are heard. */
  const talk = () => {
    line ??= openSound(callId, (problem) => transcript.note(problem, "bad"));
  };
  const transcript = buildTranscript();
  const status = make(
    "span",
    { class: "thread-number", role: "status" },
    isIncoming ? "Connected" : "Ringing…",
  );
  const hint = make("p", { class: "call-hint" });
  const text = make("input", {
    type: "text",
    placeholder: "Say something",
    "aria-label": "Say something",
    dir: "auto",
    autocomplete: "off",
  });
  const foot = make("div", { class: "call-foot" });

  const say = (words) => {
    if (!words.trim() || state.isOver) return;
    voice.stop();
    text.value = "";
    sendInput(callId, { say: words.trim() });
  };
  const press = (key) => {
    voice.stop();
    sendInput(callId, { press: key });
  };
  const hangUp = () => {
    voice.stop();
    sendInput(callId, { hangUp: true });
  };
  const ear = buildEar(
    (words, isWhole) => {
      text.value = words;
      if (isWhole) say(words);
    },
    (problem) => {
      mic?.setAttribute("aria-pressed", String(ear.isOn));
      if (problem) hint.textContent = problem;
    },
  );
  const mic =
    ear &&
    roundButton("mic", "Speak with your own voice", "is-plain", () =>
      ear.isOn ? ear.switchOff() : ear.switchOn(state.language),
    );
  const keypad = buildKeypad(press);
  const showKeys = roundButton("keypad", "Keypad", "is-plain", () => {
    keypad.hidden = !keypad.hidden;
    showKeys.setAttribute("aria-pressed", String(!keypad.hidden));
  });
  const sound = soundButton(voice);
  const send = make(
    "button",
    { class: "round-button is-send", type: "submit", "aria-label": "Say it" },
    icon("send"),
  );
  const form = make("form", { class: "composer-row" }, text, send);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    say(text.value);
  });
  foot.append(
    hint,
    keypad,
    form,
    make(
      "div",
      { class: "call-controls" },
      sound,
      showKeys,
      mic,
      roundButton("end", "Hang up", "is-end", hangUp),
    ),
  );

  const timer = setInterval(() => {
    if (state.since && !state.isOver) status.textContent = lengthOf((Date.now() - state.since) / 1000);
  }, 1000);
  const stopFollowing = followCall(callId, {
    state: ({ status: now }) => {
      if (now === "in-progress" && !state.since) state.since = Date.now();
    },
    heard: (news) => hear(news.heard),
    did: ({ did }) => {
      if ("say" in did) transcript.said(did.say);
      if ("press" in did) for (const key of did.press) transcript.pressed(key);
    },
    listening: ({ keys, speech, language }) => {
      if (language) state.language = language;
      hint.textContent = hintFor(keys, speech);
      if (speech) ear?.listen(state.language);
    },
    problem: ({ code, message }) => transcript.note(`${code}: ${message}`, "bad"),
    over: finish,
  });
  const hear = async ({ text: words, play, digits, tone, seconds, language, from, cutAfter }) => {
    hint.textContent = "";
    if (words) transcript.heard(words, from);
    else if (play) transcript.note(`♪ ${nameOfFile(play)}`);
    else if (digits) transcript.note(`Tones: ${digits}`);
    else if (tone === "music") transcript.note("♪ Hold music");
    else if (tone === "ringing") {
      transcript.note("Ringing…");
      talk();
    } else if (tone === "beep") transcript.note("Beep");
    if (from === "party" || cutAfter !== undefined || state.isOver) return;
    if (words) await voice.say(words, language, seconds);
    else if (tone === "ringing" || tone === "music") return;
    else await new Promise((resolve) => setTimeout(resolve, Math.min(seconds, 3) * 1000));
    if (!state.isOver) sendInput(callId, { heard: true });
  };

  function finish({ by, status: ended, seconds }) {
    if (state.isOver) return;
    state.isOver = true;
    clearInterval(timer);
    stopFollowing();
    ear?.switchOff();
    line?.close();
    const who = {
      caller: "You hung up",
      product: "The business hung up",
      carrier: "The carrier ended the call",
    };
    status.textContent = `Call ended · ${lengthOf(seconds)}`;
    transcript.note(`${who[by] ?? "Call ended"} · ${ended}`);
    const done = make("button", { class: "quiet-button", type: "button", onclick: close }, "Done");
    foot.replaceChildren(make("div", { class: "call-controls" }, done));
    done.focus();
    over();
  }

  if (isIncoming) {
    sendInput(callId, { answer: true });
    talk();
  }
  const head = make(
    "div",
    { class: "thread-head" },
    make("span", { class: "thread-name" }, business.name || formatPhone(business.phoneNumber)),
    status,
  );
  return { element: make("div", { class: "call-live" }, head, transcript.element, foot) };
}

function soundButton(voice) {
  const button = roundButton("sound", "Read aloud", "is-plain", () => {
    voice.isOn = !voice.isOn;
    if (!voice.isOn) voice.stop();
    paint();
  });
  const paint = () => {
    button.setAttribute("aria-pressed", String(voice.isOn));
    const shape = voice.isOn ? "sound" : "mute";
    button.replaceChildren(icon(shape, shapes[shape]));
  };
  button.hidden = !voice.isPossible;
  paint();
  return button;
}

function hintFor(keys, speech) {
  if (keys && speech) return "Listening for words or keys";
  return speech ? "Listening" : "Waiting for keys";
}

function nameOfFile(url) {
  return decodeURIComponent(new URL(url, location.href).pathname.split("/").pop() || "sound");
}
