import { make } from "./dom.js";
import { formatDay, formatTime } from "./format.js";
import { icon } from "./icons.js";

const starters = [
  "Hi, do you have anything free on Friday?",
  "How much is a cleaning?",
  "Can I move my appointment?",
];

/** Draws the thread of the channel on show, and stays at its end unless the reader scrolled up. */
export function paintThread(thread, view, suggest) {
  const isAtEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 60;
  const shown = view.messages.filter(({ channel }) => channel === view.channel);
  const rows = shown.length
    ? shown.flatMap((message, index) => rowsOf(message, shown[index - 1], shown[index + 1]))
    : [emptyThread(view, suggest)];
  thread.replaceChildren(...rows);
  if (isAtEnd || shown.at(-1)?.direction === "sent") thread.scrollTop = thread.scrollHeight;
}

function emptyThread({ channel, handset }, suggest) {
  if (!channel) return make("div", { class: "thread-empty" }, icon("sms"), "This number takes calls only.");
  const chips = starters.map((text) =>
    make("button", { class: "starter", type: "button", onclick: () => suggest(text) }, text),
  );
  const name = handset.business.name || "the business";
  return make(
    "div",
    { class: "thread-empty" },
    icon(channel),
    make("p", {}, `Write to ${name} as a customer would.`),
    ...chips,
  );
}

function rowsOf(message, before, after) {
  const isSameDay = before && formatDay(before.at) === formatDay(message.at);
  const day = isSameDay ? [] : [make("div", { class: "thread-day" }, formatDay(message.at))];
  const isSame = isSameDay && before.direction === message.direction;
  const look = { "data-direction": message.direction, "data-channel": message.channel };
  const row = make("div", { class: `bubble-row${isSame ? " is-same" : ""}`, ...look }, bubble(message));
  if (needsMeta(message, after)) row.append(meta(message));
  return [...day, row];
}

function bubble({ body, media }) {
  const pictures = media.map(({ url, contentType }) => {
    const link = { href: url, target: "_blank", rel: "noreferrer" };
    if (!contentType.startsWith("image/"))
      return make("a", { class: "bubble-file", ...link }, `Open file (${contentType})`);
    return make("a", link, make("img", { class: "bubble-picture", src: url, alt: "Picture" }));
  });
  const text = body ? [make("div", { class: "bubble-text" }, ...withLinks(body))] : [];
  return make(
    "div",
    { class: `bubble${pictures.length ? " is-picture" : ""}`, dir: "auto" },
    ...pictures,
    ...text,
  );
}

function withLinks(text) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) => {
    if (index % 2 === 0) return part;
    return make("a", { href: part, target: "_blank", rel: "noreferrer" }, part);
  });
}

/** Time and ticks stand under the last of a row of bubbles, and wherever something went wrong. */
function needsMeta(message, after) {
  if (isRefused(message)) return true;
  if (!after || after.direction !== message.direction) return true;
  return new Date(after.at) - new Date(message.at) > 60_000;
}

function isRefused({ direction, answered }) {
  return direction === "sent" && answered !== null && (answered.status < 200 || answered.status > 299);
}

function meta(message) {
  const time = formatTime(message.at);
  if (message.direction === "received") return make("div", { class: "bubble-meta" }, time);
  if (isRefused(message)) {
    const { status } = message.answered;
    const words = status ? `The business did not take it (${status})` : "The business could not be reached";
    return make("div", { class: "bubble-meta is-bad" }, icon("warning"), words);
  }
  if (!message.answered) return make("div", { class: "bubble-meta" }, time, icon("tick"), "Sent");
  const ticks = make("span", { class: "is-good" }, icon("ticks"));
  return make("div", { class: "bubble-meta" }, time, ticks, "Delivered");
}
