import { Attributes, type Complaints } from "./attributes";
import type { PauseStep, PlayStep, PromptStep, SayStep } from "./steps";
import { childrenOf, textOf, type XmlElement } from "./xml";

/** The longest text that Twilio speaks in one `<Say>`. */
const LONGEST_SAY = 4096;

/** `loop="0"` means for ever; the carriers stop after a thousand rounds. */
const FOR_EVER = 1000;

/** Reads `<Say>`; an empty or overlong text is complained about and never heard. */
export function readSay(element: XmlElement, complaints: Complaints): SayStep | undefined {
  const attributes = new Attributes(element, complaints, "voice language loop");
  const text = textOf(element);
  if (text === "") attributes.complain("<Say> has no text");
  if (text.length > LONGEST_SAY)
    attributes.complain(`<Say> has ${text.length} characters, ${LONGEST_SAY} are allowed`);
  if (text === "" || text.length > LONGEST_SAY) return undefined;
  return {
    verb: "say",
    text,
    loop: rounds(attributes),
    voice: attributes.text("voice"),
    language: attributes.text("language"),
  };
}

export function readPlay(element: XmlElement, complaints: Complaints): PlayStep | undefined {
  const attributes = new Attributes(element, complaints, "loop digits");
  const url = textOf(element) || undefined;
  const digits = attributes.text("digits");
  if (!url && !digits) attributes.complain("<Play> has neither a URL nor digits");
  return url || digits ? { verb: "play", url, digits, loop: rounds(attributes) } : undefined;
}

export function readPause(element: XmlElement, complaints: Complaints): PauseStep {
  return { verb: "pause", seconds: new Attributes(element, complaints, "length").number("length", 1) };
}

/** How often a prompt is heard. */
export function rounds(attributes: Attributes): number {
  const loop = attributes.number("loop", 1, 0, FOR_EVER);
  return loop === 0 ? FOR_EVER : loop;
}

/** The prompts nested in an input verb; anything else there is complained about and passed over. */
export function readPrompts(element: XmlElement, complaints: Complaints): PromptStep[] {
  return childrenOf(element).flatMap((child) => readPrompt(child, complaints, element.name) ?? []);
}

function readPrompt(child: XmlElement, complaints: Complaints, parent: string): PromptStep | undefined {
  if (child.name === "Say") return readSay(child, complaints);
  if (child.name === "Play") return readPlay(child, complaints);
  if (child.name === "Pause") return readPause(child, complaints);
  complaints.list.push({ code: complaints.code, message: `<${child.name}> may not stand in <${parent}>` });
  return undefined;
}
