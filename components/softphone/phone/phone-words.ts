/** What the SDK's quality warnings mean for the person who talks. */
const warnings: Record<string, string> = {
  "high-rtt": "Your connection is slow: what you say arrives late.",
  "high-jitter": "Your connection is uneven: words may break up.",
  "high-packet-loss": "Parts of the sound get lost on the way.",
  "high-packets-lost-fraction": "Parts of the sound get lost on the way.",
  "low-mos": "The sound is poor. Moving closer to the router often helps.",
  "low-bytes-received": "Nothing is heard from the other side right now.",
  "low-bytes-sent": "Your voice does not get through right now.",
  "constant-audio-input-level": "Your microphone seems to be silent. Is it muted at the headset?",
  "ice-connectivity-lost": "The connection was lost; it is being built up again.",
};

/** A quality warning in words. */
export function warningWords(name: string): string {
  return warnings[name] ?? "The connection is poor.";
}

const errors: Record<number, string> = {
  31005: "The connection to the phone network broke off.",
  31008: "The call was cancelled.",
  31401: "The microphone is blocked. Allow it beside the address of this page, then try again.",
  31402: "No microphone was found, or another program uses it.",
  31404: "This number cannot be reached.",
  31480: "Nobody is there right now.",
  31486: "The line is busy.",
  31603: "The call was declined.",
  53000: "The connection to the phone network was lost.",
  53405: "The sound could not be connected. A firewall may be in the way.",
};

/** An error of the SDK in words, with what to do about it. */
export function errorWords({ code }: { code?: number }): string {
  return errors[code ?? 0] ?? "The call could not be connected. Try again in a moment.";
}
