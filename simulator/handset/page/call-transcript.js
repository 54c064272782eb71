import { make } from "./dom.js";

/** What was said on a call, as bubbles; `add` keeps the end in view. */
export function buildTranscript() {
  const element = make("div", {
    class: "thread call-log",
    role: "log",
    "aria-label": "What was said",
    tabindex: "0",
  });
  let lastKeys = null;
  const add = (row) => {
    lastKeys = null;
    element.append(row);
    element.scrollTop = element.scrollHeight;
    return row;
  };
  return {
    element,
    clear: () => element.replaceChildren(),
    /** The business, or someone it connected. */
    heard: (text, from) => add(bubble("received", text, from === "party" ? "Someone else" : null)),
    said: (text) => add(bubble("sent", text, null)),
    /** Keys pressed one after the other stand together. */
    pressed(key) {
      if (lastKeys) {
        lastKeys.textContent += key;
        return;
      }
      const row = bubble("sent", key, null);
      row.firstChild.classList.add("is-keys");
      add(row);
      lastKeys = row.firstChild;
    },
    note: (text, mood = "plain") => add(make("p", { class: "call-note", "data-mood": mood }, text)),
    cutLast() {
      element.querySelector('[data-direction="received"]:last-of-type .bubble')?.classList.add("is-cut");
    },
  };
}

function bubble(direction, text, who) {
  const row = make("div", { class: "bubble-row", "data-direction": direction });
  row.append(make("div", { class: "bubble", dir: "auto" }, text));
  if (who) row.append(make("div", { class: "bubble-meta" }, who));
  return row;
}
