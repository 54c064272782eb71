import { sanitizeSpeech } from "@/lib/kernel/text";
import type { ConnectRelay, ConnectStream } from "../../ports/instructions";
import { element, type XmlElement } from "../../ports/xml";
import { callbackUrl } from "../facts/callback-url";

/** `<Connect><ConversationRelay>`. The action hears when the session ends, a dropped socket included: recover there. */
export function connectRelay(instruction: ConnectRelay): XmlElement {
  const interruptible = instruction.interruptible ?? "any";
  const attributes = {
    url: instruction.socketUrl,
    welcomeGreeting: instruction.greeting === undefined ? undefined : sanitizeSpeech(instruction.greeting),
    welcomeGreetingInterruptible: interruptible,
    language: instruction.language,
    voice: instruction.voice,
    ttsProvider: instruction.speechProvider,
    transcriptionProvider: instruction.transcriptionProvider,
    interruptible,
    // The SDK's types spell this in lower case; the documentation and Twilio's own agent kit do not (contract §4).
    ignoreBackchannel: true,
    dtmfDetection: true,
    hints: instruction.hints?.join(",") || undefined,
  };
  const relay = element("ConversationRelay", attributes, parameters(instruction.parameters));
  return element("Connect", { action: instruction.url, method: "POST" }, [relay]);
}

/** `<Connect><Stream>`, two-way. Query strings in the socket's URL are not supported: use parameters or the path. */
export function connectStream(instruction: ConnectStream): XmlElement {
  const attributes = {
    url: instruction.socketUrl,
    statusCallback: instruction.statusUrl && callbackUrl(instruction.statusUrl),
    statusCallbackMethod: instruction.statusUrl && "POST",
  };
  const stream = element("Stream", attributes, parameters(instruction.parameters));
  return element("Connect", { action: instruction.url, method: instruction.url && "POST" }, [stream]);
}

function parameters(values: Readonly<Record<string, string>> | undefined): XmlElement[] {
  return Object.entries(values ?? {}).map(([name, value]) => element("Parameter", { name, value }));
}
