import type { ChannelFace } from "@/components/ui/display/channel-icon";
import type { CallRow, CallTurnView } from "@/lib/calls/schema";
import { placeOfName } from "@/lib/kernel/customer-name";

/** What a call must tell about itself to be put into words; rows of the list and entries of a thread both do. */
export type SpokenOf = Pick<
  CallRow,
  "direction" | "status" | "outcome" | "missedReason" | "answeredBy" | "memberName"
> &
  Partial<Pick<CallRow, "placed">>;

/** Whether the call is still going on, or ringing. */
export function isLive({ status }: Pick<CallRow, "status">): boolean {
  return status === "queued" || status === "ringing" || status === "in_progress";
}

/** What kind of call it was, with its icon. */
export function callTitle(call: SpokenOf): { title: string; icon: ChannelFace } {
  if (call.outcome === "voicemail") return { title: "Voicemail", icon: "voicemail" };
  if (call.placed) return { title: "Receptionist’s call", icon: "call_out" };
  if (call.direction === "outbound") return { title: "Outgoing call", icon: "call_out" };
  if (isMissed(call)) return { title: "Missed call", icon: "call_missed" };
  return { title: "Incoming call", icon: "call_in" };
}

/** What follows the title: who answered, or why nobody did. */
export function callDetail(call: SpokenOf): string {
  if (call.placed?.state === "unknown") return "may or may not have rung";
  if (call.status === "in_progress") return call.answeredBy === "member" ? by("with", call) : "going on now";
  if (isLive(call)) return "ringing";
  if (call.outcome === "voicemail") return "left a message";
  if (call.outcome === "message_left") return "left a message on a machine";
  if (isMissed(call)) return missedWords(call.missedReason);
  if (call.direction === "outbound") return call.memberName ? `by ${call.memberName}` : "";
  if (call.outcome === "transferred") return by("put through to", call);
  return call.answeredBy ? by("answered by", call) : "";
}

/** Who had the caller on the line, as a name for a table. */
export function answeredWord({ answeredBy, memberName, direction, outcome, placed }: SpokenOf): string {
  if (placed) return reachedWords[placed.reached ?? "unknown"];
  if (direction === "outbound" && outcome !== "missed") return memberName ?? "A colleague";
  if (answeredBy === "assistant") return "Receptionist";
  if (answeredBy === "member") return memberName ?? "A colleague";
  return answeredBy === "voicemail" ? "Voicemail" : "Nobody";
}

const reachedWords = { person: "A person", machine: "A machine", fax: "A fax", unknown: "Not known" };

/** How the call ended, in a sentence; null while it goes on. */
export function endedWords({ endedBy, answeredBy, direction }: CallRow): string | null {
  if (endedBy === "carrier") return "The carrier ended it";
  if (endedBy === "us") return answeredBy === "assistant" ? "The receptionist said goodbye" : "We hung up";
  if (endedBy === "caller") return direction === "inbound" ? "The caller hung up" : "The customer hung up";
  return null;
}

/** Who speaks. The other side has its name where it is known. */
export function speakerWord(speaker: CallTurnView["speaker"], call?: Partial<CallRow>): string {
  if (speaker === "assistant") return "Receptionist";
  if (speaker === "agent") return call?.memberName ?? "Colleague";
  return firstName(call?.customerName) ?? (call?.direction === "outbound" ? "Customer" : "Caller");
}

/** Minutes and seconds, "2:14"; with hours where it takes any. */
export function durationWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const tail = `${String(rest).padStart(2, "0")}`;
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${tail}` : `${minutes}:${tail}`;
}

/** A duration for screen readers and facts: "2 min 14 s". */
export function longDuration(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

const missedReasons: Record<string, string> = {
  short_abandon: "hung up at once",
  out_of_hours: "out of hours",
  nobody_available: "nobody was available",
  nobody_answered: "nobody answered",
  abandoned_in_menu: "hung up without a word",
  abandoned_in_queue: "hung up while waiting",
  ended_unheard: "over before we could answer",
  technical: "a technical fault",
  machine_answered: "a machine answered",
  fax_answered: "a fax answered",
  nobody_spoke: "somebody hung up without a word",
  not_placed: "not placed",
};

function missedWords(reason: string | null): string {
  return missedReasons[reason ?? ""] ?? "nobody answered";
}

function isMissed({ outcome, answeredBy, status }: SpokenOf): boolean {
  if (outcome === "missed" || outcome === "failed") return true;
  return outcome === null && !answeredBy && (status === "no_answer" || status === "failed");
}

function by(words: string, { answeredBy, memberName }: SpokenOf): string {
  return answeredBy === "assistant" ? `${words} the receptionist` : `${words} ${memberName ?? "a colleague"}`;
}

/** "Jordan Blake" is Jordan; "Call from Seattle, WA" is nobody's name. */
function firstName(name: string | null | undefined): string | null {
  if (!name || placeOfName(name) !== null || /^\+?\d/.test(name)) return null;
  return name.split(" ")[0] ?? null;
}
