import { Attributes, type Complaints } from "./attributes";
import type { PauseStep, PlayStep, PromptStep, SayStep } from "./steps";
import { rounds } from "./twiml-prompts";
import { childrenOf, textOf, type XmlElement } from "./xml";

export function readVobizSpeak(element: XmlElement, complaints: Complaints): SayStep | undefined {
  const attributes = new Attributes(element, complaints, "voice language loop");
  const text = textOf(element);
  if (text === "") attributes.complain("<Speak> has no text");
  if (text === "") return undefined;
  return {
    verb: "say",
    text,
    loop: rounds(attributes),
    voice: attributes.text("voice") ?? "WOMAN",
    language: attributes.text("language") ?? "en-US",
  };
}

export function readVobizPlay(element: XmlElement, complaints: Complaints): PlayStep | undefined {
  const attributes = new Attributes(element, complaints, "loop");
  const url = textOf(element);
  if (!url) attributes.complain("<Play> has no URL");
  return url ? { verb: "play", url, loop: rounds(attributes) } : undefined;
}

export function readVobizWait(element: XmlElement, complaints: Complaints): PauseStep {
  const attributes = new Attributes(element, complaints, "length silence minSilence beep");
  const length = attributes.number("length", 1);
  const silence = attributes.number("minSilence", 2_000) / 1_000;
  return { verb: "pause", seconds: attributes.flag("silence", false) ? Math.min(length, silence) : length };
}

/** The prompts nested in `<Gather>`. */
export function readVobizPrompts(element: XmlElement, complaints: Complaints): PromptStep[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === "Speak") return readVobizSpeak(child, complaints) ?? [];
    if (child.name === "Play") return readVobizPlay(child, complaints) ?? [];
    complaints.list.push({
      code: complaints.code,
      message: `<${child.name}> may not stand in <${element.name}>`,
    });
    return [];
  });
}
