import type { ChannelFace } from "@/components/ui/display/channel-icon";
import type { CallEntry } from "@/lib/inbox/schema";

const missedReasons: Record<string, string> = {
  short_abandon: "hung up at once",
  out_of_hours: "out of hours",
  nobody_available: "nobody was available",
  nobody_answered: "nobody answered",
  abandoned_in_menu: "hung up in the menu",
  abandoned_in_queue: "hung up while waiting",
  technical: "a technical fault",
};

/** What a call was, in a title and a few words after it. */
export function callWords(call: CallEntry): { title: string; detail: string; icon: ChannelFace } {
  if (call.outcome === "voicemail" || call.answeredBy === "voicemail")
    return { title: "Voicemail", detail: "left a message", icon: "voicemail" };
  if (call.direction === "outbound")
    return {
      title: "Outgoing call",
      detail: call.memberName ? `by ${call.memberName}` : "",
      icon: "call_out",
    };
  if (call.outcome === "missed" || (!call.answeredBy && call.status === "no_answer"))
    return {
      title: "Missed call",
      detail: missedReasons[call.missedReason ?? ""] ?? "",
      icon: "call_missed",
    };
  return { title: "Incoming call", detail: answeredBy(call), icon: "call_in" };
}

/** Minutes and seconds, "2:14". */
export function durationWords(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export function speakerWord(speaker: CallEntry["turns"][number]["speaker"]): string {
  return { caller: "Caller", assistant: "Receptionist", agent: "Colleague" }[speaker];
}

function answeredBy({ answeredBy, memberName, status }: CallEntry): string {
  if (answeredBy === "assistant") return "answered by the receptionist";
  if (answeredBy === "member") return `answered by ${memberName ?? "a colleague"}`;
  return status === "in_progress" ? "going on now" : "ringing";
}
