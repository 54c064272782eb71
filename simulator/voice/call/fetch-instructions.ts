import type { Step, Target } from "../../instructions";
import type { CallEvent } from "./call-event";
import { addQuiet } from "./hear";
import { complain, type LiveCall } from "./live-call";
import { requestAbout, resolveUrl } from "./request";

/** More documents than any call needs; past it the carrier is being sent in circles. */
const MOST_DOCUMENTS = 250;

/** Asks for instructions, at the fallback URL when the first fails. Null: there are none, the call cannot go on. */
export async function fetchInstructions(
  call: LiveCall,
  target: Target,
  event: CallEvent,
): Promise<Step[] | null> {
  call.documents += 1;
  if (call.documents > MOST_DOCUMENTS) {
    complain(
      call,
      "simulator",
      `The instructions go round in circles: more than ${MOST_DOCUMENTS} documents`,
    );
    return null;
  }
  const first = await ask(call, target, event);
  if ("steps" in first) return first.steps;
  const { fallback } = call.routing;
  if (!fallback || fallback.url === target.url) return null;
  const second = await ask(call, fallback, { kind: "fallback", code: first.code, url: target.url });
  return "steps" in second ? second.steps : null;
}

type Asked = { steps: Step[] } | { code: string };

async function ask(call: LiveCall, target: Target, event: CallEvent): Promise<Asked> {
  const url = resolveUrl(call, target.url);
  if (url === null) return failed(call, "11100", `"${target.url}" is not a URL`);
  const begun = performance.now();
  const delivery = await requestAbout(call, { url, method: target.method }, event, "webhooks");
  const seconds = (performance.now() - begun) / 1000;
  call.seconds += seconds;
  addQuiet(call, seconds);
  if (delivery.failure || delivery.dropped) {
    return failed(call, "11200", `${url} answered ${delivery.status || delivery.error || "nothing"}`);
  }
  call.document = { url, method: target.method };
  return readDocument(call, delivery);
}

/** Reads a document; its warnings and its failure stand in the report. */
export function readDocument(
  call: LiveCall,
  answer: { status: number; contentType: string; body: string },
): Asked {
  const reading = call.carrier.read(answer, call);
  if (!reading.ok) return failed(call, reading.problem.code, reading.problem.message);
  for (const { code, message } of reading.warnings) complain(call, code, message);
  return { steps: reading.steps };
}

function failed(call: LiveCall, code: string, message: string): { code: string } {
  complain(call, code, message);
  return { code };
}
