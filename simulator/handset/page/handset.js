import { fetchDesk } from "./api.js";
import { apps } from "./apps.js";
import { byId, make } from "./dom.js";
import { formatPhone } from "./format.js";
import { icon } from "./icons.js";
import { showPeople } from "./people.js";
import { showWire } from "./wire.js";

/**
 * What everything on the page shares. `person` is whose phone it is, `business` the number it writes to.
 * `on(kind, listener)` hears `change` (person or business is another), `message` and whatever else the stream tells.
 */
const listeners = new Map();
const handset = {
  phones: [],
  businesses: [],
  person: null,
  business: null,
  on(kind, listener) {
    listeners.set(kind, [...(listeners.get(kind) ?? []), listener]);
  },
  tell(kind, data) {
    for (const listener of listeners.get(kind) ?? []) listener(data);
  },
  pickPerson(person) {
    this.person = person;
    localStorage.setItem("handset.phone", person.phone);
    this.tell("change");
  },
  pickBusiness(business) {
    this.business = business;
    localStorage.setItem("handset.business", business.phoneNumber);
    this.tell("change");
  },
};

async function turnOn() {
  showTheme();
  showMore();
  showClock();
  const desk = await fetchDesk();
  byId("product").href = desk.product;
  handset.phones = desk.phones;
  handset.businesses = desk.businesses;
  const wanted = new URLSearchParams(location.search);
  showBusinesses(wanted.get("business") ?? localStorage.getItem("handset.business"));
  showPeople(handset, wanted.get("phone") ?? localStorage.getItem("handset.phone"));
  showWire(handset);
  showApps();
  listen();
}

function showBusinesses(wanted) {
  const select = byId("business");
  const { businesses } = handset;
  select.replaceChildren(
    ...businesses.map(({ name, phoneNumber, isConnected }, index) => {
      const label =
        name === phoneNumber || !name ? formatPhone(phoneNumber) : `${name} · ${formatPhone(phoneNumber)}`;
      return make("option", { value: index }, isConnected ? label : `${label} (not connected)`);
    }),
  );
  const index = Math.max(
    0,
    businesses.findIndex(({ phoneNumber }) => phoneNumber === wanted),
  );
  select.value = String(index);
  handset.business = businesses[index];
  select.addEventListener("change", () => handset.pickBusiness(businesses[Number(select.value)]));
}

/** The apps of the phone; the row to switch between them shows once there is more than one. */
function showApps() {
  const screens = apps.map((app) => make("div", { class: "screen", id: `app-${app.id}`, role: "tabpanel" }));
  byId("screen").append(...screens);
  const buttons = apps.map((app, index) =>
    make(
      "button",
      { class: "app-button", type: "button", role: "tab", onclick: () => open(index) },
      icon(app.id, app.icon),
      app.label,
    ),
  );
  const open = (index) => {
    for (const [other, screen] of screens.entries()) screen.hidden = other !== index;
    for (const [other, button] of buttons.entries())
      button.setAttribute("aria-selected", String(other === index));
  };
  byId("apps").replaceChildren(...buttons);
  byId("apps").setAttribute("role", "tablist");
  byId("apps").hidden = apps.length < 2;
  for (const [index, app] of apps.entries()) app.mount(screens[index], handset, () => open(index));
  open(0);
}

/** One stream for the whole desk; the browser reconnects by itself, and then everything is read again. */
function listen() {
  const stream = new EventSource("/handset/stream");
  let wasLost = false;
  stream.addEventListener("open", () => wasLost && handset.tell("change"));
  stream.addEventListener("error", () => {
    wasLost = true;
  });
  for (const kind of ["message", "call"]) {
    stream.addEventListener(kind, (event) => handset.tell(kind, JSON.parse(event.data)));
  }
}

function showTheme() {
  const button = byId("theme");
  const { dataset } = document.documentElement;
  const paint = () => button.replaceChildren(icon(dataset.theme === "dark" ? "sun" : "moon"));
  button.addEventListener("click", () => {
    dataset.theme = dataset.theme === "dark" ? "light" : "dark";
    localStorage.setItem("handset.theme", dataset.theme);
    paint();
  });
  paint();
}

/** On a small screen the fields for other numbers are folded away. */
function showMore() {
  const button = byId("more-toggle");
  button.append(icon("numbers"));
  button.addEventListener("click", () => {
    const isOpen = byId("more").classList.toggle("is-open");
    button.setAttribute("aria-expanded", String(isOpen));
  });
}

function showClock() {
  const paint = () => {
    byId("clock").textContent = new Date().toLocaleTimeString([], {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  };
  paint();
  setInterval(paint, 5_000);
}

turnOn();
