import { SaxesParser } from "saxes";

/** One element of an instruction document; text and elements keep their order. */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  content: (string | XmlElement)[];
};

export type XmlReading = { ok: true; root: XmlElement } | { ok: false; problem: string };

/** Reads a document strictly: one root, well-formed, no DOCTYPE and so no entity beyond XML's own five. */
export function readXml(text: string): XmlReading {
  const tree = { open: [] as XmlElement[], roots: [] as XmlElement[] };
  const parser = new SaxesParser({ xmlns: false });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => parser.fail("a DOCTYPE is not allowed"));
  parser.on("opentag", ({ name, attributes }) =>
    enter(tree, { name, attributes: { ...attributes }, content: [] }),
  );
  parser.on("text", (piece) => tree.open.at(-1)?.content.push(piece));
  parser.on("cdata", (piece) => tree.open.at(-1)?.content.push(piece));
  parser.on("closetag", () => tree.open.pop());
  try {
    parser.write(withoutByteOrderMark(text)).close();
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
  const root = tree.roots[0];
  return root ? { ok: true, root } : { ok: false, problem: "the document is empty" };
}

function enter(tree: { open: XmlElement[]; roots: XmlElement[] }, element: XmlElement): void {
  const parent = tree.open.at(-1);
  if (parent) parent.content.push(element);
  else tree.roots.push(element);
  tree.open.push(element);
}

function withoutByteOrderMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** The child elements of an element, without the text between them. */
export function childrenOf(element: XmlElement): XmlElement[] {
  return element.content.filter((piece) => typeof piece !== "string");
}

/** What would be read aloud: all text inside, markup such as SSML left out, white space collapsed. */
export function textOf(element: XmlElement): string {
  return rawText(element).replace(/\s+/g, " ").trim();
}

function rawText(element: XmlElement): string {
  return element.content.map((piece) => (typeof piece === "string" ? piece : ` ${rawText(piece)} `)).join("");
}
