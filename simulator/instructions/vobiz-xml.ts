import { Attributes, type Complaints } from "./attributes";
import type { Reading, Step } from "./steps";
import { readVobizConference, readVobizDial } from "./vobiz-dial";
import { readVobizGather, readVobizRecord, readVobizStream } from "./vobiz-input";
import { readVobizPlay, readVobizSpeak, readVobizWait } from "./vobiz-prompts";
import { withVobizNames } from "./vobiz-spelling";
import { isAbsolute } from "./vobiz-url";
import { childrenOf, readXml, textOf, type XmlElement } from "./xml";

/** Whether Vobiz would understand Twilio's spellings is not confirmed: `documented` refuses them, `tolerant` does not. */
export type VobizDialect = "documented" | "tolerant";

/** The largest document Vobiz takes. */
const LARGEST_DOCUMENT = 100 * 1024;

type Reader = (element: XmlElement, complaints: Complaints) => Step | Step[] | undefined;

const readers: Record<string, Reader> = {
  Speak: readVobizSpeak,
  Play: readVobizPlay,
  Wait: readVobizWait,
  Gather: readVobizGather,
  Record: readVobizRecord,
  Dial: readVobizDial,
  Stream: readVobizStream,
  Conference: readVobizConference,
  Redirect: readRedirect,
  Hangup: readHangup,
  DTMF: readDtmf,
  PreAnswer: readPreAnswer,
};

/** Reads VobizXML: one `<Response>` of at most 100 KB; a verb that is not Vobiz's, or lacks its action, ends the call. */
export function readVobizXml(text: string, dialect: VobizDialect = "documented"): Reading {
  if (Buffer.byteLength(text) > LARGEST_DOCUMENT) return refused("the document is larger than 100 KB");
  const xml = readXml(text);
  if (!xml.ok) return refused(xml.problem);
  const root = dialect === "tolerant" ? withVobizNames(xml.root) : xml.root;
  if (root.name !== "Response") return refused(`the root is <${root.name}>, not <Response>`);
  const complaints: Complaints = { code: "vobiz-xml", list: [] };
  const steps: Step[] = [];
  for (const element of childrenOf(root)) {
    const read = Object.hasOwn(readers, element.name) ? readers[element.name] : undefined;
    if (!read) return refused(`<${element.name}> is not a Vobiz verb`);
    const step = read(element, complaints);
    if (step === undefined)
      return refused(complaints.list.at(-1)?.message ?? `<${element.name}> is not valid`);
    steps.push(...[step].flat());
  }
  return { ok: true, steps, warnings: complaints.list };
}

function refused(message: string): Reading {
  return { ok: false, problem: { code: "vobiz-xml", message: `XML parse error: ${message}` } };
}

function readRedirect(element: XmlElement, complaints: Complaints): Step | undefined {
  const attributes = new Attributes(element, complaints, "method");
  const url = textOf(element);
  if (isAbsolute(url)) return { verb: "redirect", target: { url, method: attributes.method() } };
  attributes.complain("the URL of <Redirect> must be absolute");
  return undefined;
}

function readHangup(element: XmlElement, complaints: Complaints): Step {
  const attributes = new Attributes(element, complaints, "reason schedule");
  const reason = attributes.text("reason");
  return {
    verb: "hangUp",
    reason: reason === "rejected" || reason === "busy" ? reason : undefined,
    after: attributes.number("schedule", 0),
  };
}

function readDtmf(element: XmlElement, complaints: Complaints): Step {
  new Attributes(element, complaints, "async");
  return { verb: "play", digits: textOf(element), loop: 1 };
}

function readPreAnswer(element: XmlElement, complaints: Complaints): Step[] {
  new Attributes(element, complaints, "");
  return childrenOf(element).flatMap((child) => {
    if (child.name === "Speak") return readVobizSpeak(child, complaints) ?? [];
    if (child.name === "Play") return readVobizPlay(child, complaints) ?? [];
    if (child.name === "Wait") return readVobizWait(child, complaints);
    return [];
  });
}
