import type { XmlElement } from "./xml";

const elementNames = new Map([
  ["Say", "Speak"],
  ["Pause", "Wait"],
  ["Client", "User"],
  ["Sip", "User"],
]);

const gatherAttributes = new Map([
  ["input", "inputType"],
  ["timeout", "executionTimeout"],
  ["speechTimeout", "speechEndTimeout"],
]);

/** The same document with Twilio's spellings turned into Vobiz's own, for a Vobiz that tolerates them. */
export function withVobizNames(element: XmlElement): XmlElement {
  const name = elementNames.get(element.name) ?? element.name;
  return {
    name,
    attributes: name === "Gather" ? withGatherNames(element.attributes) : element.attributes,
    content: element.content.map((piece) => (typeof piece === "string" ? piece : withVobizNames(piece))),
  };
}

function withGatherNames(attributes: Record<string, string>): Record<string, string> {
  const entries = Object.entries(attributes);
  return Object.fromEntries(entries.map(([name, value]) => [gatherAttributes.get(name) ?? name, value]));
}
