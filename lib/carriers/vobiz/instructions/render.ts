import { sanitizeSpeech } from "@/lib/kernel/text";
import type { Dial, DialTarget, Gather, Instruction, Say } from "../../ports/instructions";
import { element, writeResponse, type XmlAttributes, type XmlElement } from "../../ports/xml";

/** "documented" is Vobiz's own spelling; "seeds" the Twilio-like one that some accounts were set up with. */
export type VobizDialect = "documented" | "seeds";

/** Writes instructions as VobizXML (contract §2). What Vobiz lacks leads to the instruction's own URL, never to silence. */
export function renderVobizXml(
  instructions: readonly Instruction[],
  dialect: VobizDialect = "documented",
): string {
  return writeResponse(instructions.flatMap((instruction) => toElements(instruction, dialect)));
}

function toElements(instruction: Instruction, dialect: VobizDialect): XmlElement[] {
  switch (instruction.kind) {
    case "say":
      return say(instruction, dialect);
    case "play":
      return [element("Play", { loop: instruction.loop }, instruction.url)];
    case "pause":
      return [
        element("Wait", {
          length: Math.max(1, Math.round(instruction.seconds)),
          ...(instruction.untilSilence ? { silence: true, minSilence: 2_000 } : {}),
        }),
      ];
    case "gather":
      return [gather(instruction, dialect), ...afterSilence(instruction)];
    case "record":
      return [takeRecording(instruction)];
    case "dial":
      return dial(instruction);
    case "enqueue":
      return [waitingRoom(instruction)];
    case "connect_stream":
      return [stream(instruction), ...(instruction.url ? [redirect(instruction.url)] : [])];
    case "start_recording":
      return [recordSession(instruction.statusUrl)];
    default:
      return simple(instruction);
  }
}

function simple(
  instruction: Extract<
    Instruction,
    {
      kind:
        | "connect_relay"
        | "pay"
        | "redirect"
        | "send_digits"
        | "hang_up"
        | "reject"
        | "leave_queue"
        | "stop_recording";
    }
  >,
): XmlElement[] {
  switch (instruction.kind) {
    // Neither exists at Vobiz: what would be asked at their end is asked at once.
    case "connect_relay":
    case "pay":
    case "redirect":
      return [redirect(instruction.url)];
    // A session that is recorded is recorded to its end.
    case "stop_recording":
      return [];
    case "send_digits":
      return [element("DTMF", {}, instruction.digits.replace(/[^0-9*#wW]/g, ""))];
    case "hang_up":
      return [element("Hangup")];
    case "reject":
      return [element("Hangup", { reason: instruction.reason })];
    case "leave_queue":
      return [];
  }
}

// Vobiz ends the call over an empty <Speak>.
function say({ text, language, voice, loop }: Say, dialect: VobizDialect): XmlElement[] {
  const speech = sanitizeSpeech(text);
  if (speech === "") return [];
  if (dialect === "seeds") return [element("Say", { language, loop }, speech)];
  return [element("Speak", { voice: voiceName(voice), language, loop }, speech)];
}

// Voices of other carriers ("Google.en-IN-…") are unknown to Vobiz; it has two.
function voiceName(voice: string | undefined): string | undefined {
  if (voice === undefined) return undefined;
  return /^man$/i.test(voice) ? "MAN" : "WOMAN";
}

/**
 * Vobiz documents two things after silence: the action is asked with empty values, and the next element runs (contract
 * §1.3). A redirect to the same URL serves both; whoever answers knows by the URL that it was asked before.
 */
function afterSilence({ url, reportSilence = true }: Gather): XmlElement[] {
  return reportSilence ? [redirect(url)] : [];
}

function gather(instruction: Gather, dialect: VobizDialect): XmlElement {
  const input = [
    instruction.input.includes("keys") ? "dtmf" : "",
    instruction.input.includes("speech") ? "speech" : "",
  ];
  const inputType = input.filter(Boolean).join(" ");
  const timeout = instruction.timeoutSeconds ?? 5;
  const speechEnd = speechEndTimeout(instruction.speechEndSeconds);
  const timing =
    dialect === "seeds"
      ? { input: inputType, timeout, speechTimeout: speechEnd }
      : { inputType, executionTimeout: clamp(timeout, 5, 60), speechEndTimeout: speechEnd };
  const attributes = {
    action: instruction.url,
    method: "POST",
    ...timing,
    numDigits: instruction.maxDigits && clamp(instruction.maxDigits, 1, 32),
    finishOnKey: instruction.finishKey === "" ? "none" : instruction.finishKey,
    language: instruction.language,
    speechModel: instruction.speechModel,
    hints: instruction.hints?.slice(0, 500).join(",") || undefined,
  };
  // Nothing but speech and sound may stand inside.
  const prompt = instruction.prompt.filter((part) => part.kind !== "pause");
  return element(
    "Gather",
    attributes,
    prompt.flatMap((part) => toElements(part, dialect)),
  );
}

function speechEndTimeout(seconds: number | "auto" | undefined): number | "auto" {
  return seconds === undefined || seconds === "auto" ? "auto" : clamp(Math.round(seconds), 2, 10);
}

function takeRecording(instruction: Extract<Instruction, { kind: "record" }>): XmlElement {
  return element("Record", {
    action: instruction.url,
    method: "POST",
    redirect: true,
    fileFormat: "wav",
    maxLength: instruction.maxSeconds,
    timeout: instruction.silenceSeconds ?? 5,
    finishOnKey: instruction.finishKey,
    playBeep: instruction.beep ?? true,
    ...callback(instruction.statusUrl),
  });
}

function recordSession(statusUrl: string): XmlElement {
  return element("Record", {
    action: statusUrl,
    method: "POST",
    recordSession: true,
    fileFormat: "wav",
    redirect: false,
    playBeep: false,
    maxLength: 14_400,
    ...callback(statusUrl),
  });
}

function dial(instruction: Dial): XmlElement[] {
  const room = instruction.targets.find((target) => target.kind === "conference" || target.kind === "queue");
  const before = instruction.record ? [recordSession(instruction.record.statusUrl)] : [];
  if (room) return [...before, conference(room, instruction.url)];
  const people = instruction.targets.filter((target) => target.kind === "number" || target.kind === "client");
  const screenUrl = people.find((target) => target.screenUrl)?.screenUrl;
  const statusUrl = people.find((target) => target.statusUrl)?.statusUrl;
  const attributes = {
    action: instruction.url,
    method: "POST",
    redirect: true,
    callerId: instruction.callerId,
    timeout: instruction.ringSeconds ?? 30,
    timeLimit: instruction.limitSeconds,
    hangupOnStar: instruction.hangUpOnStar,
    // Vobiz screens per <Dial>, not per person: the sound is played to whoever answers, who then presses 1.
    confirmSound: screenUrl,
    confirmKey: screenUrl && "1",
    ...callback(statusUrl),
  };
  return [...before, element("Dial", attributes, people.map(dialTarget))];
}

function dialTarget(target: Extract<DialTarget, { kind: "number" | "client" }>): XmlElement {
  if (target.kind === "client") return element("User", {}, target.identity);
  return element("Number", { sendDigits: target.sendDigits }, target.e164);
}

// A queue is a room in which the caller hears music until somebody joins.
function waitingRoom(instruction: Extract<Instruction, { kind: "enqueue" }>): XmlElement {
  const attributes = {
    waitSound: instruction.waitUrl,
    waitMethod: "POST",
    startConferenceOnEnter: false,
    action: instruction.url,
    method: "POST",
    redirect: true,
  };
  return element("Conference", attributes, instruction.name);
}

function conference(target: Extract<DialTarget, { kind: "conference" | "queue" }>, url: string): XmlElement {
  const attributes = {
    startConferenceOnEnter: true,
    endConferenceOnExit: target.kind === "queue" ? true : (target.endOnExit ?? false),
    action: url,
    method: "POST",
    redirect: true,
    ...(target.kind === "conference"
      ? { waitSound: target.waitUrl, waitMethod: target.waitUrl && "POST", ...callback(target.statusUrl) }
      : {}),
  };
  return element("Conference", attributes, target.name);
}

// µ-law at 8 kHz leaves no question of byte order (contract §6.2). The token travels in the path: there are no parameters.
function stream(instruction: Extract<Instruction, { kind: "connect_stream" }>): XmlElement {
  const attributes = {
    bidirectional: true,
    keepCallAlive: true,
    contentType: "audio/x-mulaw;rate=8000",
    statusCallbackUrl: instruction.statusUrl,
    statusCallbackMethod: instruction.statusUrl && "POST",
  };
  return element("Stream", attributes, instruction.socketUrl);
}

function redirect(url: string): XmlElement {
  return element("Redirect", { method: "POST" }, url);
}

function callback(url: string | undefined): XmlAttributes {
  return { callbackUrl: url, callbackMethod: url && "POST" };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
