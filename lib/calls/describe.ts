import type { Instruction } from "@/lib/carriers";

/** Instructions in a few words, for the X-ray. */
export function inWords(instructions: readonly Instruction[]): string {
  return instructions.map(word).join(" → ") || "Nothing to do";
}

/** Everything that instructions say aloud. */
export function spokenText(instructions: readonly Instruction[]): string {
  return instructions
    .flatMap((one) => {
      if (one.kind === "say") return [one.text];
      if (one.kind === "gather")
        return one.prompt.flatMap((part) => (part.kind === "say" ? [part.text] : []));
      return one.kind === "connect_relay" && one.greeting ? [one.greeting] : [];
    })
    .join(" ");
}

function word(instruction: Instruction): string {
  switch (instruction.kind) {
    case "say":
      return `Say “${shorten(instruction.text)}”`;
    case "gather":
      return `Listen after “${shorten(instruction.prompt.map((one) => (one.kind === "say" ? one.text : "")).join(" "))}”`;
    case "dial":
      return "Ring somebody";
    case "record":
      return "Record a message";
    case "redirect":
      return "Wait for the answer";
    case "hang_up":
      return "Hang up";
    case "connect_relay":
      return "Open a spoken session";
    case "connect_stream":
      return "Open an audio stream";
    case "start_recording":
      return "Start recording";
    default:
      return instruction.kind.replaceAll("_", " ");
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
