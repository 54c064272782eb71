import { Attributes, type Complaints } from "./attributes";
import type { GatherStep, PayStep, RecordStep } from "./steps";
import { readPrompts } from "./twiml-prompts";
import { childrenOf, textOf, type XmlElement } from "./xml";

const GATHER =
  "input action method timeout speechTimeout numDigits finishOnKey hints language speechModel enhanced " +
  "profanityFilter actionOnEmptyResult partialResultCallback partialResultCallbackMethod bargeIn maxSpeechTime debug";

const RECORD =
  "action method timeout finishOnKey maxLength playBeep trim recordingStatusCallback recordingStatusCallbackMethod " +
  "recordingStatusCallbackEvent transcribe transcribeCallback recordingConfigurationId recordingTrack";

const PAY =
  "input action method statusCallback statusCallbackMethod timeout maxAttempts paymentMethod bankAccountType " +
  "securityCode postalCode minPostalCodeLength paymentConnector tokenType chargeAmount currency language " +
  "description validCardTypes";

export function readGather(element: XmlElement, complaints: Complaints): GatherStep {
  const attributes = new Attributes(element, complaints, GATHER);
  const input = attributes.words("input", "dtmf");
  for (const kind of input) {
    if (kind !== "dtmf" && kind !== "speech")
      attributes.complain(`<Gather> does not know the input "${kind}"`);
  }
  const timeout = attributes.number("timeout", 5);
  const speechEnd =
    attributes.text("speechTimeout") === "auto" ? 1 : attributes.number("speechTimeout", timeout);
  return {
    verb: "gather",
    keys: input.includes("dtmf"),
    speech: input.includes("speech"),
    action: attributes.target("action"),
    timeout,
    speechEnd,
    digitEnd: timeout,
    numDigits: attributes.number("numDigits", Number.POSITIVE_INFINITY, 1),
    finishOnKey: attributes.text("finishOnKey") ?? "#",
    whenEmpty: attributes.flag("actionOnEmptyResult", false) ? "action" : "next",
    followsAction: true,
    language: attributes.text("language") ?? "en-US",
    partial: attributes.target("partialResultCallback", "partialResultCallbackMethod"),
    prompts: readPrompts(element, complaints),
  };
}

export function readRecord(element: XmlElement, complaints: Complaints): RecordStep {
  const attributes = new Attributes(element, complaints, RECORD);
  const transcribe = attributes.flag("transcribe", attributes.text("transcribeCallback") !== undefined);
  return {
    verb: "record",
    action: attributes.target("action"),
    silence: attributes.number("timeout", 5),
    finishOnKey: attributes.text("finishOnKey") ?? "1234567890*#",
    maxLength: attributes.number("maxLength", transcribe ? 120 : 3600, 1),
    beep: attributes.flag("playBeep", true),
    format: "wav",
    callback: attributes.target("recordingStatusCallback", "recordingStatusCallbackMethod"),
    callbackEvents: attributes.words("recordingStatusCallbackEvent", "completed"),
    transcribe: transcribe ? { url: attributes.text("transcribeCallback") } : undefined,
    followsAction: true,
    session: false,
  };
}

export function readPay(element: XmlElement, complaints: Complaints): PayStep {
  const attributes = new Attributes(element, complaints, PAY);
  const prompts = childrenOf(element).filter((child) => child.name === "Prompt");
  return {
    verb: "pay",
    action: attributes.target("action"),
    status: attributes.target("statusCallback", "statusCallbackMethod"),
    chargeAmount: attributes.text("chargeAmount"),
    currency: attributes.text("currency") ?? "usd",
    tokenType: attributes.text("tokenType") ?? "reusable",
    prompts: prompts.map(textOf).filter(Boolean),
  };
}
