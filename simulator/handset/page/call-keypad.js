import { make } from "./dom.js";

const keys = [
  ["1", ""],
  ["2", "ABC"],
  ["3", "DEF"],
  ["4", "GHI"],
  ["5", "JKL"],
  ["6", "MNO"],
  ["7", "PQRS"],
  ["8", "TUV"],
  ["9", "WXYZ"],
  ["*", ""],
  ["0", "+"],
  ["#", ""],
];

/** Twelve keys; `onPress` hears each. */
export function buildKeypad(onPress) {
  const buttons = keys.map(([key, letters]) =>
    make(
      "button",
      { class: "key", type: "button", "aria-label": nameOf(key), onclick: () => onPress(key) },
      make("span", { class: "key-digit" }, key),
      make("span", { class: "key-letters" }, letters),
    ),
  );
  return make("div", { class: "keypad", role: "group", "aria-label": "Keypad", hidden: true }, ...buttons);
}

function nameOf(key) {
  if (key === "*") return "Star";
  return key === "#" ? "Pound" : key;
}
