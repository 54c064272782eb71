const verbs: Record<string, string> = {
  say: "Say",
  play: "Play",
  pause: "Wait",
  gather: "Listen",
  record: "Record",
  dial: "Ring",
  enqueue: "Queue",
  redirect: "Ask again",
  hang_up: "Hang up",
  reject: "Refuse",
  connect_relay: "Talk",
  connect_stream: "Stream",
  start_recording: "Start recording",
  pay: "Take payment",
  send_digits: "Press keys",
};

/** What the carrier was told, in words: the verb, and what belongs to it. */
export function instructionWords(instruction: unknown): { verb: string; rest: string } {
  const facts: Record<string, unknown> = isRecord(instruction) ? instruction : {};
  const kind = String(facts.kind ?? "");
  return { verb: verbs[kind] ?? kind.replaceAll("_", " "), rest: restOf(kind, facts) };
}

function restOf(kind: string, facts: Record<string, unknown>): string {
  const text = (name: string) => (typeof facts[name] === "string" ? facts[name] : "");
  const seconds = (name: string) => (typeof facts[name] === "number" ? `${facts[name]} s` : "");
  switch (kind) {
    case "say":
      return `“${text("text")}”${text("language") ? ` (${text("language")})` : ""}`;
    case "gather":
      return [said(facts.prompt), `then up to ${seconds("timeoutSeconds") || "5 s"} of silence`]
        .filter(Boolean)
        .join(", ");
    case "record":
      return `a message of at most ${seconds("maxSeconds")}`;
    case "dial":
      return [targets(facts.targets), seconds("ringSeconds") && `for ${seconds("ringSeconds")}`]
        .filter(Boolean)
        .join(" ");
    case "pause":
      return seconds("seconds");
    case "connect_relay":
      return text("greeting") ? `“${text("greeting")}”` : "over a spoken session";
    case "redirect":
      return "in a moment, when the answer is ready";
    default:
      return text("name") || text("digits") || text("reason");
  }
}

function said(prompt: unknown): string {
  if (!Array.isArray(prompt)) return "";
  const texts = prompt.flatMap((part) =>
    isRecord(part) && typeof part.text === "string" ? [part.text] : [],
  );
  return texts.length > 0 ? `after “${texts.join(" ")}”` : "";
}

function targets(list: unknown): string {
  if (!Array.isArray(list)) return "";
  return list
    .flatMap((one) => (isRecord(one) ? [String(one.e164 ?? one.identity ?? one.name ?? "")] : []))
    .filter(Boolean)
    .join(", ");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
