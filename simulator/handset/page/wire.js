import { fetchLedger } from "./api.js";
import { byId, make } from "./dom.js";
import { formatTime } from "./format.js";
import { icon } from "./icons.js";

const MOST_LINES = 60;

/** Draws what the ledger says about the phone in hand, newest first. Reads on when the stream has news. */
export function showWire(handset) {
  const known = { entries: [], seq: 0, isReading: false, isStale: false };
  const read = async () => {
    if (known.isReading) {
      known.isStale = true;
      return;
    }
    known.isReading = true;
    const fresh = await fetchLedger(known.seq).catch(() => []);
    known.entries.push(...fresh);
    known.seq = known.entries.at(-1)?.seq ?? 0;
    known.isReading = false;
    paint();
    if (!known.isStale) return;
    known.isStale = false;
    read();
  };
  byId("wire").tabIndex = 0; // it scrolls, so the keyboard must reach it
  const paint = () => paintWire(known.entries, handset.person.phone);
  handset.on("change", paint);
  handset.on("message", () => setTimeout(read, 60));
  handset.on("call", () => setTimeout(read, 60));
  read();
}

function paintWire(entries, phone) {
  const about = new Set();
  const states = new Map();
  const ours = entries.filter((entry) => concerns(entry, phone, about));
  for (const entry of ours) if (entry.kind === "message.status") states.set(entry.sid, entry);
  const lines = ours.map((entry) => lineOf(entry, states.get(entry.sid))).filter(Boolean);
  const shown = lines.reverse().slice(0, MOST_LINES);
  byId("wire").replaceChildren(
    ...(shown.length ? shown : [make("li", { class: "wire-empty" }, "Nothing yet.")]),
  );
}

/** A webhook names only the message or call it is about; those of this phone are remembered on the way. */
function concerns(entry, phone, about) {
  const isOurs = [entry.from, entry.to].includes(phone) || about.has(entry.about);
  if (isOurs && entry.sid) about.add(entry.sid);
  return isOurs;
}

function lineOf(entry, latest) {
  const told = wording(entry, latest);
  if (!told) return null;
  const { way, what, detail, state, mood } = told;
  return make(
    "li",
    { class: "wire-line", "data-way": way },
    icon(way === "in" ? "back" : "towards"),
    make("span", { class: "wire-what" }, what),
    make("span", { class: "wire-state", "data-mood": mood ?? "plain" }, state ?? ""),
    make("span", { class: "wire-detail" }, [formatTime(entry.at), detail].filter(Boolean).join(" · ")),
  );
}

/** `out`: towards the business; `in`: from it. What becomes of a message stands at its own line. */
function wording(entry, latest) {
  const { kind, channel, status, ms, error } = entry;
  const path = entry.url ? new URL(entry.url).pathname : "";
  const sent = { way: "in", ...stateOf(latest) };
  const webhook = {
    way: "out",
    what: entry.event === "message.status" ? "Status callback" : "Webhook",
    detail: path,
  };
  if (kind === "message.received") return { way: "out", what: `Phone sent ${nameOf(channel)}` };
  if (kind === "message.sent")
    return {
      ...sent,
      what: `Business sent ${nameOf(channel)}`,
      detail: channel === "sms" ? countOf(entry.segments) : "",
    };
  if (kind === "message.auto_replied")
    return { ...sent, what: "Carrier answered by itself", detail: "default opt-out" };
  if (kind === "webhook.delivered")
    return { ...webhook, state: `${status} in ${Math.round(ms)} ms`, mood: "good" };
  if (kind === "webhook.failed")
    return { ...webhook, detail: error ?? path, state: status || "no answer", mood: "bad" };
  if (kind === "webhook.dropped")
    return { ...webhook, what: "Webhook lost", detail: "by a fault", mood: "bad" };
  if (kind.startsWith("call.")) return { way: "out", what: `Call ${kind.slice(5)}`, detail: status };
  return null;
}

function stateOf(latest) {
  if (!latest) return {};
  if (latest.errorCode) return { state: `${latest.status}, error ${latest.errorCode}`, mood: "bad" };
  return { state: latest.status, mood: ["delivered", "read"].includes(latest.status) ? "good" : "plain" };
}

function countOf(segments) {
  if (!segments) return "";
  return segments === 1 ? "1 segment" : `${segments} segments`;
}

function nameOf(channel) {
  return channel === "whatsapp" ? "a WhatsApp" : "a text";
}
