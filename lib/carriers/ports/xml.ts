import { stripForbiddenXml } from "@/lib/kernel/text";

/** Values of attributes; undefined leaves the attribute out, "" writes it empty (which means "none" to carriers). */
export type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with either children or text. */
export type XmlElement = {
  name: string;
  attributes: XmlAttributes;
  content: string | readonly XmlElement[];
};

/** An element. Names come from renderers, never from data. */
export function element(
  name: string,
  attributes: XmlAttributes = {},
  content: string | readonly XmlElement[] = [],
): XmlElement {
  return { name, attributes, content };
}

/**
 * Writes a document with `<Response>` as its root. Whatever the text, it is well-formed: what XML cannot carry is
 * left out, everything else escaped. One builder for all carriers; it agrees with Twilio's own (see its test).
 */
export function writeResponse(children: readonly XmlElement[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${write(element("Response", {}, children))}`;
}

function write({ name, attributes, content }: XmlElement): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join("");
  const inner = typeof content === "string" ? escapeText(content) : content.map(write).join("");
  return inner === "" ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};

function escapeText(text: string): string {
  return stripForbiddenXml(text).replace(/[&<>\r]/g, (character) => entities[character] ?? "");
}

function escapeAttribute(text: string): string {
  return stripForbiddenXml(text).replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? "");
}
