import { byId, make } from "./dom.js";
import { formatPhone, formatTime, hueOf, initials, readPhone } from "./format.js";

/** The phones on the desk: pick one up, or type another number. */
export function showPeople(handset, wanted) {
  const unread = new Map();
  addKnown(handset, wanted);
  handset.person = handset.phones.find(({ phone }) => phone === wanted) ?? handset.phones[0];
  const paint = () => paintPeople(handset, unread);
  handset.on("change", () => {
    unread.delete(handset.person.phone);
    paint();
  });
  handset.on("message", (message) => {
    if (!isShown(message)) return;
    const isNew = addKnown(handset, message.phone).last?.sid !== message.sid;
    noteLast(handset, message);
    const isElsewhere = message.phone !== handset.person.phone;
    if (isNew && isElsewhere && message.direction === "received")
      unread.set(message.phone, (unread.get(message.phone) ?? 0) + 1);
    paint();
  });
  byId("add-phone").addEventListener("submit", (event) => pickTyped(event, handset));
  paint();
}

function pickTyped(event, handset) {
  event.preventDefault();
  const form = event.currentTarget;
  const phone = readPhone(form.elements.phone.value);
  const problem = form.querySelector(".field-problem");
  problem.hidden = phone !== null;
  problem.textContent = "Write it with its country: +1 415 555 0134.";
  if (!phone) return;
  form.reset();
  handset.pickPerson(addKnown(handset, phone));
}

function addKnown(handset, phone) {
  if (!phone) return null;
  const known = handset.phones.find((person) => person.phone === phone);
  if (known) return known;
  const person = { name: null, phone, place: "", last: null };
  handset.phones.push(person);
  return person;
}

function noteLast(handset, message) {
  const person = handset.phones.find(({ phone }) => phone === message.phone);
  if (person && (!person.last || person.last.at <= message.at)) person.last = message;
}

function isShown({ direction, status }) {
  return direction === "sent" || ["sent", "delivered", "read"].includes(status);
}

function paintPeople(handset, unread) {
  const list = byId("people");
  const focused = list.contains(document.activeElement) ? document.activeElement.dataset.phone : null;
  list.replaceChildren(
    ...handset.phones.map((person) => make("li", {}, personButton(handset, person, unread))),
  );
  list.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (focused) list.querySelector(`[data-phone="${focused}"]`)?.focus();
}

function personButton(handset, person, unread) {
  const { name, phone, place, last } = person;
  const count = unread.get(phone) ?? 0;
  const style = { class: "face" };
  const face = make("span", style, name ? initials(name) : "#");
  face.style.setProperty("--hue", hueOf(phone));
  const about = last ? last.body || "Picture" : [formatPhone(phone), place].filter(Boolean).join(" · ");
  return make(
    "button",
    {
      class: "person",
      type: "button",
      "data-phone": phone,
      "aria-pressed": String(person === handset.person),
      onclick: () => handset.pickPerson(person),
    },
    face,
    make("span", { class: "person-name" }, name ?? formatPhone(phone)),
    count
      ? make("span", { class: "person-new", "aria-label": `${count} new` }, String(count))
      : make("span", { class: "person-time" }, last ? formatTime(last.at) : ""),
    make("span", { class: "person-last" }, about),
  );
}
