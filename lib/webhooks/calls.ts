import {
  answerCall,
  continueCall,
  receiveCallStatus,
  receiveRecording,
  receiveTranscript,
} from "@/lib/calls";
import { type CallEvent, type CallWebhookKind, type CarrierName, carrier } from "@/lib/carriers";
import type { FlowInput } from "@/lib/flows";
import { type Believed, type HookHandler, hook } from "./hook";
import { noted, refused, xmlOf } from "./reply";
import { unsafeAddressee } from "./unsafe-addressee";

/** The voice webhooks of one carrier, each a plain function of a request. */
export function callHooks(name: CarrierName) {
  return {
    answer: callHook(name, "answered"),
    input: callHook(name, "input"),
    status: callHook(name, "status"),
    dialed: callHook(name, "dialed"),
    /** The carrier asks on after a message was recorded. */
    recorded: callHook(name, "recorded", true),
    recording: callHook(name, "recorded"),
    transcription: callHook(name, "transcribed"),
    session: callHook(name, "session_ended"),
  };
}

function callHook(name: CarrierName, kind: CallWebhookKind, asksOn = false): HookHandler {
  return hook({
    carrier: name,
    kind,
    addressee: ({ slug = "" }) => unsafeAddressee(name, slug),
    answer: async (believed) => {
      const parsed = carrier(name).webhooks.parseCall(believed.request, kind);
      if (!parsed.ok) return null;
      return serve(name, believed, parsed.value, asksOn);
    },
  });
}

/** Carriers mix events on one URL (a hang-up at the answer URL), so what came decides and not where it came. */
async function serve(
  name: CarrierName,
  believed: Believed,
  event: CallEvent,
  asksOn: boolean,
): Promise<Response> {
  const { ctx, addressee, raw } = believed;
  switch (event.event) {
    case "answered": {
      const dialect = addressee.dialects[believed.accountId] ?? null;
      const reply = await answerCall(ctx, {
        carrier: name,
        slug: addressee.slug,
        event,
        raw,
        tenant: addressee,
        dialect,
      });
      return xmlOf(name, reply);
    }
    case "status":
      return (await receiveCallStatus(ctx, { carrier: name, update: event, raw })) ? noted() : refused();
    case "transcribed":
      await receiveTranscript(ctx, { carrier: name, event });
      return noted();
    case "recorded": {
      const isKnown = await receiveRecording(ctx, { carrier: name, event, raw });
      if (!isKnown) return refused();
      return asksOn
        ? goOn(name, believed, event.callSid, { kind: "recorded", seconds: event.seconds })
        : noted();
    }
    case "input":
      if (event.isPartial) return noted();
      return goOn(
        name,
        believed,
        event.callSid,
        { kind: "heard", text: event.speech, digits: event.digits },
        event.confidence,
      );
    case "dialed":
      return goOn(name, believed, event.callSid, { kind: "dialed", isBridged: event.isBridged });
    case "session_ended":
      return goOn(name, believed, event.callSid, {
        kind: "session_ended",
        handoff: event.handoff,
        isFailure: event.status === "failed",
      });
    default:
      return noted();
  }
}

/** A webhook for a call that the tenant does not have is somebody else's: 403. */
async function goOn(
  name: CarrierName,
  { ctx, addressee, raw, request }: Believed,
  callSid: string,
  input: FlowInput,
  confidence?: number,
): Promise<Response> {
  const reply = await continueCall(ctx, {
    ...{ carrier: name, slug: addressee.slug, carrierCallId: callSid, raw, input },
    ...readPlace(request.target),
    ...(confidence === undefined ? {} : { confidence }),
  });
  return reply ? xmlOf(name, reply) : refused();
}

/** Which answer of ours the request follows, from the URL that we gave. */
function readPlace(target: string): { turn: number | null; isWaiting: boolean } {
  const query = new URLSearchParams(target.slice(target.indexOf("?") + 1));
  const turn = Number(query.get("turn") ?? Number.NaN);
  return { turn: Number.isInteger(turn) ? turn : null, isWaiting: query.get("wait") === "1" };
}
