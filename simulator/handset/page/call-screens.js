import { make } from "./dom.js";
import { formatPhone, formatTime, hueOf, initials } from "./format.js";
import { icon } from "./icons.js";

export const shapes = {
  call: "M6.5 3.5l3 4-2 2.2a12 12 0 0 0 6.8 6.8l2.2-2 4 3c-.4 1.9-1.6 3-3.4 3C10 20.5 3.5 14 3.5 6.9c0-1.8 1.1-3 3-3.400z",
  end: "M3 14.5c5-5.5 13-5.5 18 0l-2.800 2.800-3.700-1.8v-2.600a11 11 0 0 0-5 0v2.600l-3.700 1.800z",
  keypad: "M6 5v.01M12 5v.01M18 5v.01M6 12v.01M12 12v.01M18 12v.01M6 19v.01M12 19v.01M18 19v.01",
  mic: "M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6.5 11.5a5.5 5.5 0 0 0 11 0M12 17v3",
  sound: "M4 10v4h3l5 4V6l-5 4zM15.5 9.5a3.5 3.5 0 0 1 0 5M18 7a7 7 0 0 1 0 10",
  mute: "M4 10v4h3l5 4V6l-5 4zM16 10l4 4M20 10l-4 4",
};

/** A round button with a drawing; its label is also what a pointer shows. */
export function roundButton(shape, label, kind, onclick) {
  const look = { class: `call-button ${kind}`, type: "button", "aria-label": label, title: label, onclick };
  return make("button", look, icon(shape, shapes[shape]));
}

/** Who is at the other end. */
export function businessHead({ name, phoneNumber }) {
  const face = make("span", { class: "face call-face" }, name ? initials(name) : "#");
  face.style.setProperty("--hue", hueOf(phoneNumber));
  return make(
    "div",
    { class: "call-who" },
    face,
    make("span", { class: "thread-name" }, name || formatPhone(phoneNumber)),
    make("span", { class: "thread-number" }, formatPhone(phoneNumber)),
  );
}

const MOST_RECENT = 4;

const words = {
  completed: "answered",
  "no-answer": "not answered",
  busy: "busy",
  failed: "failed",
  canceled: "canceled",
};

/** The latest calls with this business. */
export function recentCalls(calls) {
  const lines = calls.slice(0, MOST_RECENT).map(({ direction, status, at, seconds }) => {
    const way = direction === "inbound" ? "You called" : "They called";
    const about = [words[status] ?? "still on", seconds ? lengthOf(seconds) : "", formatTime(at)].filter(
      Boolean,
    );
    return make("li", {}, make("span", {}, way), make("span", { class: "call-about" }, about.join(" · ")));
  });
  return make("ul", { class: "call-recent", "aria-label": "Recent calls" }, ...lines);
}

/** `1:05` */
export function lengthOf(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
