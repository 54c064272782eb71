import { truncate } from "@/lib/kernel/text";
import type { ActionKind, CallAnalysis, CallToSummarise, Said } from "../contract/turn";

type Action = CallAnalysis["actions"][number];

const kindOf: Readonly<Record<string, ActionKind>> = {
  book_appointment: "booked",
  move_appointment: "moved",
  cancel_appointment: "cancelled",
  take_message: "message",
  text_caller: "texted",
  transfer_call: "transferred",
};

const plainText: Readonly<Record<ActionKind, string>> = {
  ...{ booked: "Appointment booked", moved: "Appointment moved", cancelled: "Appointment cancelled" },
  ...{ message: "Message taken", texted: "Text sent to the caller", transferred: "Put through to a person" },
  promised: "Something was promised",
};

// How the confirmation sounds, so that what was booked can be shown in the words the caller heard.
const confirming: Readonly<Partial<Record<ActionKind, RegExp>>> = {
  booked: /booked|scheduled|confirmed|बुक हो|बुक कर|reservad|agendad/iu,
  moved: /moved|is now|rescheduled|बदल|cambiad|es ahora/iu,
  cancelled: /cancell?ed|रद्द|cancelad|anulad/iu,
};

/** What was really done in a call: one entry per tool that succeeded, told in the words in which it was confirmed. */
export function actionsOf({ tools, turns }: CallToSummarise): Action[] {
  const lines = sentencesOf(turns, "assistant");
  const kinds = tools.flatMap(({ name, ok }) => (ok && kindOf[name] ? [kindOf[name]] : []));
  return [...new Set(kinds)].map((kind) => {
    const pattern = confirming[kind];
    const told = pattern
      ? lines.findLast((line) => pattern.test(line) && !/[?¿]/.test(line))
      : messageOf(kind, turns);
    return { kind, text: truncate(told ?? plainText[kind], 160) };
  });
}

/** What the receptionist said will happen: somebody has to keep it. */
export function promisesOf({ turns }: CallToSummarise): Action[] {
  const promises = sentencesOf(turns, "assistant").filter(
    (line) => promising.test(line) && !/[?¿]/.test(line),
  );
  return [...new Set(promises)].slice(0, 5).map((text) => ({ kind: "promised", text: truncate(text, 160) }));
}

const promising =
  /\b(?:somebody|someone|we|they|the team|i|he|she|the doctor)(?:'ll| will)\b.{0,60}\b(?:call|get back|ring|send|email|let you know|check|contact|reach)|\bwill be in touch\b|(?:वापस कॉल|कॉल) कर(?:ेगा|ेंगे|ेगी)|\ble (?:llamar|enviar|avisar)(?:á|emos|án)/iu;

// "Dr. Patel" is one person and no end of a sentence.
const sentenceEnd = /(?<=[.!?।])(?<!\b(?:Dr|Dra|Mr|Mrs|Ms|Prof|St|Sr|Sra)\.)\s+/u;

/** Everything one side said, sentence by sentence. */
export function sentencesOf(turns: readonly Said[], speaker: Said["speaker"]): string[] {
  return turns
    .filter((turn) => turn.speaker === speaker)
    .flatMap((turn) => turn.text.split(sentenceEnd))
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The caller's words that were written down: what they said before the receptionist had noted it. */
function messageOf(kind: ActionKind, turns: readonly Said[]): string | undefined {
  if (kind !== "message") return undefined;
  const noted = turns.findIndex(
    (turn) =>
      turn.speaker === "assistant" &&
      /written|noted|message|लिख लिया|apuntado|recado/iu.test(turn.text) &&
      !/[?¿]\s*$/.test(turn.text.split(sentenceEnd)[0] ?? ""),
  );
  const before = turns.slice(0, noted < 0 ? undefined : noted).filter((turn) => turn.speaker === "caller");
  const said = before.at(-1)?.text.trim();
  return said ? `Message: “${truncate(said, 120)}”` : undefined;
}
