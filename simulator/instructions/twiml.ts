import { Attributes, type Complaints } from "./attributes";
import type { Reading, Step } from "./steps";
import { readConnect, readStart, readStop } from "./twiml-connect";
import { readDial, readEnqueue } from "./twiml-dial";
import { readGather, readPay, readRecord } from "./twiml-input";
import { readPause, readPlay, readSay } from "./twiml-prompts";
import { childrenOf, readXml, textOf, type XmlElement } from "./xml";

type Reader = (element: XmlElement, complaints: Complaints) => Step | undefined;

const readers: Record<string, Reader> = {
  Say: readSay,
  Play: readPlay,
  Pause: readPause,
  Gather: readGather,
  Record: readRecord,
  Pay: readPay,
  Dial: readDial,
  Enqueue: readEnqueue,
  Connect: readConnect,
  Start: readStart,
  Stop: readStop,
  Redirect: readRedirect,
  Hangup: readHangup,
  Reject: readReject,
  Leave: readLeave,
};

/**
 * Reads TwiML as Twilio does: names are case-sensitive, text that is not well-formed or not a `<Response>` is 12100 and
 * ends the call, an unknown verb or attribute is 12200 and is passed over.
 */
export function readTwiml(text: string): Reading {
  const xml = readXml(text);
  if (!xml.ok)
    return { ok: false, problem: { code: "12100", message: `Document parse failure: ${xml.problem}` } };
  if (xml.root.name !== "Response") {
    const message = `Document parse failure: the root is <${xml.root.name}>, not <Response>`;
    return { ok: false, problem: { code: "12100", message } };
  }
  const complaints: Complaints = { code: "12200", list: [] };
  const steps = childrenOf(xml.root).flatMap((element) => readVerb(element, complaints));
  return { ok: true, steps, warnings: complaints.list };
}

function readVerb(element: XmlElement, complaints: Complaints): Step[] {
  const read = Object.hasOwn(readers, element.name) ? readers[element.name] : undefined;
  const step = read?.(element, complaints);
  if (!read)
    complaints.list.push({ code: complaints.code, message: `<${element.name}> is not a known verb` });
  return step ? [step] : [];
}

function readRedirect(element: XmlElement, complaints: Complaints): Step {
  const attributes = new Attributes(element, complaints, "method");
  return { verb: "redirect", target: { url: textOf(element), method: attributes.method() } };
}

function readHangup(element: XmlElement, complaints: Complaints): Step {
  new Attributes(element, complaints, "");
  return { verb: "hangUp", after: 0 };
}

function readReject(element: XmlElement, complaints: Complaints): Step {
  const reason = new Attributes(element, complaints, "reason").text("reason");
  return { verb: "reject", reason: reason === "busy" ? "busy" : "rejected" };
}

function readLeave(element: XmlElement, complaints: Complaints): Step {
  new Attributes(element, complaints, "");
  return { verb: "leave" };
}
