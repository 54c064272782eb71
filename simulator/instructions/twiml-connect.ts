import { Attributes, type Complaints } from "./attributes";
import type { RelayStep, Step, StreamStep, Target } from "./steps";
import { parametersOf } from "./twiml-dial";
import { childrenOf, type XmlElement } from "./xml";

const RELAY =
  "url welcomeGreeting welcomeGreetingInterruptible welcomeGreetingLanguage language ttsLanguage transcriptionLanguage " +
  "ttsProvider voice transcriptionProvider speechModel deepgramSmartFormat interruptible interruptSensitivity " +
  "ignoreBackchannel reportInputDuringAgentSpeech preemptible dtmfDetection hints partialPrompts speechTimeout " +
  "eotThreshold profanityFilter backgroundNoiseReduction elevenlabsTextNormalization events debug " +
  "intelligenceService conversationConfiguration";

const STREAM = "url name track statusCallback statusCallbackMethod connectorName";

/** `<Connect>` holds the call until its one noun is over; then the action is asked, or the next verb runs. */
export function readConnect(element: XmlElement, complaints: Complaints): Step | undefined {
  const action = new Attributes(element, complaints, "action method").target("action");
  for (const noun of childrenOf(element)) {
    if (noun.name === "ConversationRelay") return readRelay(noun, complaints, action);
    if (noun.name === "Stream") return readStream(noun, complaints, true, action);
    complaints.list.push({ code: complaints.code, message: `<${noun.name}> may not stand in <Connect>` });
  }
  return undefined;
}

function readRelay(noun: XmlElement, complaints: Complaints, action?: Target): RelayStep {
  const attributes = new Attributes(noun, complaints, RELAY);
  return {
    verb: "relay",
    url: attributes.text("url") ?? "",
    action,
    welcome: attributes.text("welcomeGreeting") || undefined,
    language: attributes.text("transcriptionLanguage") ?? attributes.text("language") ?? "en-US",
    dtmf: attributes.flag("dtmfDetection", false),
    interruptible: readInterruptible(attributes.text("interruptible") ?? "any"),
    parameters: parametersOf(noun),
  };
}

/** `none dtmf speech any`; the booleans of older documents are still understood. */
function readInterruptible(value: string): RelayStep["interruptible"] {
  const any = value === "any" || value === "true";
  return { speech: any || value === "speech", dtmf: any || value === "dtmf" };
}

function readStream(
  noun: XmlElement,
  complaints: Complaints,
  holdsCall: boolean,
  action?: Target,
): StreamStep {
  const attributes = new Attributes(noun, complaints, STREAM);
  const url = attributes.text("url") ?? "";
  if (url.includes("?"))
    attributes.complain("a query in the url of <Stream> is not supported: use <Parameter>");
  return {
    verb: "stream",
    url,
    name: attributes.text("name"),
    action,
    twoWay: holdsCall,
    holdsCall,
    encoding: "audio/x-mulaw",
    sampleRate: 8000,
    status: attributes.target("statusCallback", "statusCallbackMethod"),
    parameters: parametersOf(noun),
  };
}

/** `<Start>` begins something beside the following verbs. */
export function readStart(element: XmlElement, complaints: Complaints): Step | undefined {
  new Attributes(element, complaints, "action method");
  const noun = childrenOf(element)[0];
  if (noun?.name === "Stream") return readStream(noun, complaints, false);
  if (noun?.name === "Recording") return readRecordingNoun(noun, complaints);
  if (noun?.name === "Transcription") return undefined;
  complaints.list.push({ code: complaints.code, message: `<${noun?.name ?? ""}> may not stand in <Start>` });
  return undefined;
}

function readRecordingNoun(noun: XmlElement, complaints: Complaints): Step {
  const known =
    "channels track trim recordingStatusCallback recordingStatusCallbackMethod recordingStatusCallbackEvent";
  const attributes = new Attributes(noun, complaints, known);
  return {
    verb: "startRecording",
    callback: attributes.target("recordingStatusCallback", "recordingStatusCallbackMethod"),
    callbackEvents: attributes.words("recordingStatusCallbackEvent", "completed"),
    dualChannel: attributes.text("channels") === "dual",
  };
}

export function readStop(element: XmlElement, complaints: Complaints): Step | undefined {
  const noun = childrenOf(element)[0];
  if (noun?.name === "Recording") return { verb: "stopRecording" };
  if (noun?.name === "Stream") return { verb: "stopStream", name: noun.attributes.name };
  complaints.list.push({ code: complaints.code, message: `<${noun?.name ?? ""}> may not stand in <Stop>` });
  return undefined;
}
