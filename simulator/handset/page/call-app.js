import { dial, fetchCalls, layOnDesk, sendInput } from "./call-api.js";
import { buildCall } from "./call-live.js";
import { businessHead, recentCalls, roundButton, shapes } from "./call-screens.js";
import { make } from "./dom.js";
import { formatPhone } from "./format.js";

/** Calling the business, and being called by it. */
export const callApp = {
  id: "call",
  label: "Phone",
  icon: shapes.call,
  mount(screen, handset, open) {
    const view = { handset, live: null, ringing: null, problem: "", calls: [] };
    const paint = () => paintScreen(screen, view, paint);
    const refresh = async () => {
      const { person, business } = handset;
      const calls = await fetchCalls(person.phone, business.phoneNumber).catch(() => []);
      if (person !== handset.person || business !== handset.business) return;
      view.calls = calls;
      if (!view.live && !view.ringing) paint();
    };
    view.refresh = refresh;
    handset.on("change", () => {
      watch(view);
      refresh();
    });
    handset.on("call", (news) => {
      if (news.type === "ringing" && news.phone === handset.person.phone && !view.live) {
        view.ringing = news;
        paint();
        open();
      }
      const isGone = news.callId === view.ringing?.callId && news.type === "over";
      if (isGone) view.ringing = null;
      if (isGone || news.type === "over") refresh().then(() => isGone && paint());
    });
    addEventListener("pagehide", () => layOnDesk(view.watched, false));
    watch(view);
    paint();
    refresh();
  },
};

/** The phone in hand rings here; the one that was put down does not. */
function watch(view) {
  const { phone } = view.handset.person;
  if (view.watched === phone) return;
  if (view.watched) layOnDesk(view.watched, false);
  view.watched = phone;
  layOnDesk(phone, true);
}

function paintScreen(screen, view, paint) {
  if (view.live) return screen.replaceChildren(view.live.element);
  screen.replaceChildren(view.ringing ? ringingScreen(view, paint) : idleScreen(view, paint));
}

function idleScreen(view, paint) {
  const { person, business } = view.handset;
  const takesCalls = business.channels.includes("voice");
  const call = async () => {
    view.problem = "";
    const { carrier, phoneNumber } = business;
    try {
      const asked = { carrier, from: person.phone, to: phoneNumber, callerName: person.name };
      goLive(view, paint, await dial(asked));
    } catch (error) {
      view.problem = error.message;
      paint();
    }
  };
  return make(
    "div",
    { class: "call-idle" },
    businessHead(business),
    takesCalls
      ? roundButton("call", "Call", "is-go", call)
      : make("p", { class: "call-note" }, "This number takes no calls."),
    make("p", { class: "composer-problem", role: "alert", hidden: !view.problem }, view.problem),
    view.calls.length ? recentCalls(view.calls) : null,
  );
}

function ringingScreen(view, paint) {
  const { callId, business } = view.ringing;
  const { businesses } = view.handset;
  const known = businesses.find(({ phoneNumber }) => phoneNumber === business) ?? { phoneNumber: business };
  const take = (isTaken) => {
    view.ringing = null;
    if (isTaken) goLive(view, paint, callId, true);
    else sendInput(callId, { answer: false });
    if (!isTaken) paint();
  };
  return make(
    "div",
    { class: "call-idle is-ringing" },
    businessHead(known),
    make("p", { class: "call-note", role: "status" }, `${known.name || formatPhone(business)} is calling`),
    make(
      "div",
      { class: "call-choice" },
      roundButton("end", "Decline", "is-end", () => take(false)),
      roundButton("call", "Answer", "is-go", () => take(true)),
    ),
  );
}

function goLive(view, paint, callId, isIncoming = false) {
  const over = () => view.refresh();
  const close = () => {
    view.live = null;
    paint();
  };
  view.live = buildCall({ callId, business: view.handset.business, isIncoming, over, close });
  paint();
}
