import { fetchMessages } from "./api.js";
import { buildComposer } from "./composer.js";
import { make } from "./dom.js";
import { formatPhone } from "./format.js";
import { icon } from "./icons.js";
import { paintThread } from "./thread.js";

const labels = { sms: "SMS", whatsapp: "WhatsApp" };

/** Texting and WhatsApp with the business, one thread per channel. */
export const messagesApp = {
  id: "messages",
  label: "Messages",
  icon: "M4 5h16v11H9l-5 4z",
  mount(screen, handset) {
    const view = {
      handset,
      channel: new URLSearchParams(location.search).get("channel") ?? "sms",
      messages: [],
    };
    const head = make("div", { class: "thread-head" });
    const thread = make("div", { class: "thread", role: "log", "aria-label": "Messages", tabindex: "0" });
    const composer = buildComposer(view);
    screen.append(head, thread, composer.element);
    const paint = () => {
      view.channel = possibleChannel(view);
      paintHead(head, view, paint);
      paintThread(thread, view, composer.suggest);
      composer.element.hidden = !view.channel;
    };
    const load = async () => {
      const { person, business } = handset;
      const messages = await fetchMessages(person.phone, business.phoneNumber);
      if (person !== handset.person || business !== handset.business) return;
      view.messages = messages;
      paint();
    };
    handset.on("change", load);
    handset.on("message", (message) => {
      if (place(view, message)) paint();
    });
    load();
  },
};

/** The channel on show, if the business has it; else the first it has. */
function possibleChannel({ handset, channel }) {
  const possible = Object.keys(labels).filter((one) => handset.business.channels.includes(one));
  return possible.includes(channel) ? channel : possible[0];
}

/** Puts a new or changed message into the thread; false when it belongs elsewhere or is still on its way. */
function place(view, message) {
  const { person, business } = view.handset;
  if (message.phone !== person.phone || message.business !== business.phoneNumber) return false;
  const at = view.messages.findIndex(({ sid }) => sid === message.sid);
  if (at >= 0) view.messages[at] = message;
  else if (message.direction === "sent" || ["sent", "delivered", "read"].includes(message.status))
    view.messages.push(message);
  else return false;
  return true;
}

function paintHead(head, view, paint) {
  const { name, phoneNumber, channels } = view.handset.business;
  const choices = Object.keys(labels).filter((channel) => channels.includes(channel));
  const switchTo = (channel) => {
    view.channel = channel;
    paint();
    head.querySelector(`[data-channel="${channel}"]`)?.focus();
  };
  const buttons = choices.map((channel) =>
    make(
      "button",
      {
        class: "channel",
        type: "button",
        "data-channel": channel,
        "aria-pressed": String(channel === view.channel),
        onclick: () => switchTo(channel),
      },
      icon(channel),
      labels[channel],
    ),
  );
  head.replaceChildren(
    make("span", { class: "thread-name" }, name || formatPhone(phoneNumber)),
    make("span", { class: "thread-number" }, formatPhone(phoneNumber)),
    make("div", { class: "channels", role: "group", "aria-label": "Channel" }, ...buttons),
  );
}
