import { sanitizeSpeech } from "@/lib/kernel/text";
import type { Dial, DialTarget, Gather, Instruction, Say } from "../../ports/instructions";
import { element, writeResponse, type XmlAttributes, type XmlElement } from "../../ports/xml";
import { callbackUrl } from "../facts/callback-url";
import { connectRelay, connectStream } from "./render-connect";

const callEvents = "initiated ringing answered completed";

/** Writes instructions as TwiML (contract §4). Element and attribute names are case-sensitive. */
export function renderTwiml(instructions: readonly Instruction[]): string {
  return writeResponse(instructions.flatMap(toElements));
}

function toElements(instruction: Instruction): XmlElement[] {
  switch (instruction.kind) {
    case "say":
      return say(instruction);
    case "play":
      return [element("Play", { loop: instruction.loop }, instruction.url)];
    case "pause":
      // Twilio tells of a machine when its greeting is over: there is no silence to wait for.
      if (instruction.untilSilence) return [];
      return [element("Pause", { length: Math.max(1, Math.round(instruction.seconds)) })];
    case "gather":
      return [gather(instruction)];
    case "dial":
      return [dial(instruction)];
    case "connect_relay":
      return [connectRelay(instruction)];
    case "connect_stream":
      return [connectStream(instruction)];
    default:
      return [simple(instruction)];
  }
}

function simple(instruction: Exclude<Instruction, { kind: WithOwnFunction }>): XmlElement {
  switch (instruction.kind) {
    case "record":
      return element("Record", recordAttributes(instruction));
    case "enqueue": {
      const { url, waitUrl } = instruction;
      return element("Enqueue", { ...post(url), waitUrl, waitUrlMethod: "POST" }, instruction.name);
    }
    case "leave_queue":
      return element("Leave");
    case "start_recording":
      return element("Start", {}, [
        element("Recording", { channels: "dual", ...recordingStatus(instruction.statusUrl) }),
      ]);
    case "stop_recording":
      return element("Stop", {}, [element("Recording")]);
    case "pay":
      return element("Pay", payAttributes(instruction));
    case "redirect":
      return element("Redirect", { method: "POST" }, instruction.url);
    case "send_digits":
      return element("Play", { digits: instruction.digits.replace(/[^0-9*#wW]/g, "") });
    case "hang_up":
      return element("Hangup");
    case "reject":
      return element("Reject", { reason: instruction.reason });
  }
}

type WithOwnFunction = "say" | "play" | "pause" | "gather" | "dial" | "connect_relay" | "connect_stream";

// An empty <Say> is silence that costs a request; leave it out.
function say({ text, language, voice, loop }: Say): XmlElement[] {
  const speech = sanitizeSpeech(text);
  return speech === "" ? [] : [element("Say", { voice, language, loop }, speech)];
}

function gather(instruction: Gather): XmlElement {
  const attributes = {
    input: [
      instruction.input.includes("keys") ? "dtmf" : "",
      instruction.input.includes("speech") ? "speech" : "",
    ]
      .filter(Boolean)
      .join(" "),
    ...post(instruction.url),
    timeout: instruction.timeoutSeconds ?? 5,
    speechTimeout: instruction.speechEndSeconds ?? "auto",
    numDigits: instruction.maxDigits,
    finishOnKey: instruction.finishKey,
    language: instruction.language,
    hints: instruction.hints?.join(",") || undefined,
    speechModel: instruction.speechModel,
    actionOnEmptyResult: instruction.reportSilence ?? true,
  };
  return element("Gather", attributes, instruction.prompt.flatMap(toElements));
}

function recordAttributes(instruction: Extract<Instruction, { kind: "record" }>): XmlAttributes {
  return {
    ...post(instruction.url),
    maxLength: instruction.maxSeconds,
    timeout: instruction.silenceSeconds ?? 5,
    finishOnKey: instruction.finishKey,
    playBeep: instruction.beep ?? true,
    ...(instruction.statusUrl ? recordingStatus(instruction.statusUrl) : {}),
    transcribe: instruction.transcribeUrl ? true : undefined,
    transcribeCallback: instruction.transcribeUrl,
  };
}

function recordingStatus(url: string): XmlAttributes {
  return {
    recordingStatusCallback: callbackUrl(url),
    recordingStatusCallbackMethod: "POST",
    recordingStatusCallbackEvent: "completed absent",
  };
}

function payAttributes(instruction: Extract<Instruction, { kind: "pay" }>): XmlAttributes {
  return {
    action: instruction.url,
    statusCallback: instruction.statusUrl && callbackUrl(instruction.statusUrl),
    paymentConnector: instruction.connector,
    chargeAmount: instruction.amount,
    currency: instruction.currency?.toLowerCase(),
    description: instruction.description && sanitizeSpeech(instruction.description, 200),
    language: instruction.language,
  };
}

function dial(instruction: Dial): XmlElement {
  const hasConference = instruction.targets.some((target) => target.kind === "conference");
  const attributes = {
    ...post(instruction.url),
    callerId: instruction.callerId,
    timeout: instruction.ringSeconds ?? 30,
    timeLimit: instruction.limitSeconds,
    hangupOnStar: instruction.hangUpOnStar,
    // The caller hears ringing and is not billed until somebody answers; a conference answers by itself.
    answerOnBridge: hasConference ? undefined : true,
    record: instruction.record ? "record-from-answer-dual" : undefined,
    ...(instruction.record ? recordingStatus(instruction.record.statusUrl) : {}),
  };
  return element("Dial", attributes, instruction.targets.map(dialTarget));
}

function dialTarget(target: DialTarget): XmlElement {
  switch (target.kind) {
    case "number":
      return element("Number", { ...legAttributes(target), sendDigits: target.sendDigits }, target.e164);
    case "client": {
      const parameters = Object.entries(target.parameters ?? {});
      return element("Client", legAttributes(target), [
        element("Identity", {}, target.identity),
        ...parameters.map(([name, value]) => element("Parameter", { name, value })),
      ]);
    }
    case "queue":
      return element("Queue", { url: target.screenUrl, method: target.screenUrl && "POST" }, target.name);
    case "conference":
      return element("Conference", conferenceAttributes(target), target.name);
  }
}

function legAttributes(target: { screenUrl?: string; statusUrl?: string }): XmlAttributes {
  return {
    url: target.screenUrl,
    method: target.screenUrl && "POST",
    statusCallback: target.statusUrl && callbackUrl(target.statusUrl),
    statusCallbackMethod: target.statusUrl && "POST",
    statusCallbackEvent: target.statusUrl && callEvents,
  };
}

function conferenceAttributes(target: Extract<DialTarget, { kind: "conference" }>): XmlAttributes {
  return {
    beep: false,
    endConferenceOnExit: target.endOnExit ?? false,
    waitUrl: target.waitUrl,
    waitMethod: target.waitUrl && "POST",
    statusCallback: target.statusUrl && callbackUrl(target.statusUrl),
    statusCallbackMethod: target.statusUrl && "POST",
    statusCallbackEvent: target.statusUrl && "start end join leave mute hold",
  };
}

function post(action: string): XmlAttributes {
  return { action, method: "POST" };
}
