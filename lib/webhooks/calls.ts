import {
  answerBrowser,
  answerCall,
  answerPlaced,
  type CallReply,
  continueCall,
  endUnheardCall,
  playQueueMusic,
  receiveCallStatus,
  receiveLegStatus,
  receiveMachine,
  receivePaying,
  receiveRecording,
  receiveTranscript,
  transferToAnybody,
} from "@/lib/calls";
import {
  type CallAnswered,
  type CallEvent,
  type CallStatusUpdate,
  type CallWebhookKind,
  type CarrierName,
  carrier,
  type WebhookRequest,
} from "@/lib/carriers";
import type { FlowInput } from "@/lib/flows";
import { isId } from "@/lib/kernel/ids";
import { type Believed, type HookHandler, hook } from "./hook";
import { isRehearsal } from "./rehearsal";
import { noted, refused, xmlOf } from "./reply";
import { type Addressee, unsafeAddressee } from "./unsafe-addressee";
import { unsafeAddresseeOfCall } from "./unsafe-addressee-of-call";

type FindAddressee = (
  name: CarrierName,
  params: Readonly<Record<string, string>>,
  request: WebhookRequest,
) => Promise<Addressee | null>;

const bySlug: FindAddressee = (name, { slug = "" }) => unsafeAddressee(name, slug);
const byWhatItNames: FindAddressee = (name, _params, request) => unsafeAddresseeOfCall(name, request);

/** The voice webhooks of one carrier for the tenant in the path, each a plain function of a request. */
export function callHooks(name: CarrierName) {
  return callHooksFor(name, bySlug);
}

/** The same on URLs shared by all tenants. */
export function sharedCallHooks(name: CarrierName) {
  return callHooksFor(name, byWhatItNames);
}

function callHooksFor(name: CarrierName, find: FindAddressee) {
  const made = (kind: CallWebhookKind, asksOn = false) => callHook(name, find, kind, asksOn);
  return {
    answer: made("answered"),
    input: made("input"),
    status: made("status"),
    dialed: made("dialed"),
    /** The carrier asks on after a message was recorded. */
    recorded: made("recorded", true),
    recording: made("recorded"),
    transcription: made("transcribed"),
    session: made("session_ended"),
    onward: onwardHook(name, find),
    /** Asked again and again while a caller waits in the carrier's own queue. */
    queueMusic: made("queued"),
    /** Of calls that we place: our own id of the call stands in the path. */
    outbound: made("answered"),
    machine: made("machine"),
    /** A call that comes back from a detour of the former system's, or is to be put through; a call we do not know begins. */
    back: resumeHook(name, find, "back"),
    transfer: resumeHook(name, find, "transfer"),
    paid: made("paid"),
    paying: made("paying"),
  };
}

function callHook(
  name: CarrierName,
  find: FindAddressee,
  kind: CallWebhookKind,
  asksOn: boolean,
): HookHandler {
  return hook({
    carrier: name,
    kind,
    addressee: (params, request) => find(name, params, request),
    answer: async (believed) => {
      const { parseCall } = carrier(name).webhooks;
      // What a former system used for the end of a payment may also be asked for the next words of a call.
      const read = parseCall(believed.request, kind);
      const parsed = !read.ok && kind === "paid" ? parseCall(believed.request, "answered") : read;
      if (!parsed.ok) return null;
      if (kind === "input" && isRehearsal(believed)) {
        // A rehearsed call was never kept, so it is answered once more before it goes on.
        const beginning = parseCall(believed.request, "answered");
        if (beginning.ok) await serve(name, believed, beginning.value, false);
      }
      return serve(name, believed, parsed.value, asksOn);
    },
  });
}

/** A call that was taken away from a ring which nobody heard: it goes on as if nobody had answered. */
function onwardHook(name: CarrierName, find: FindAddressee): HookHandler {
  return hook({
    carrier: name,
    kind: "answered",
    addressee: (params, request) => find(name, params, request),
    answer: async (believed) => {
      const parsed = carrier(name).webhooks.parseCall(believed.request, "answered");
      if (!parsed.ok || !("callSid" in parsed.value)) return null;
      const { callSid } = parsed.value;
      if (queryOf(believed.request.target).get("of") === "machine") {
        const raw = { ...believed.raw, key: `machine:${callSid}` };
        return goOn(name, { ...believed, raw }, callSid, { kind: "machine" });
      }
      const raw = { ...believed.raw, key: `onward:${callSid}:${readPlace(believed.request.target).turn}` };
      return goOn(name, { ...believed, raw }, callSid, { kind: "dialed", isBridged: false });
    },
  });
}

function resumeHook(name: CarrierName, find: FindAddressee, wish: "back" | "transfer"): HookHandler {
  return hook({
    carrier: name,
    kind: "answered",
    addressee: (params, request) => find(name, params, request),
    answer: async (believed) => {
      const parsed = carrier(name).webhooks.parseCall(believed.request, "answered");
      if (!parsed.ok || !("callSid" in parsed.value)) return null;
      const { callSid } = parsed.value;
      const { ctx, addressee, raw } = believed;
      const input: FlowInput =
        wish === "back"
          ? { kind: "heard", text: "", digits: "" }
          : { kind: "session_ended", handoff: transferToAnybody, isFailure: false };
      const reply = await continueCall(ctx, {
        ...{ carrier: name, slug: addressee.slug, carrierCallId: callSid, input, turn: null },
        ...{ raw: { ...raw, key: `${wish}:${callSid}` }, isWaiting: wish === "back" },
      });
      return reply ? xmlOf(name, reply) : serve(name, believed, parsed.value, false);
    },
  });
}

/** Events that are answered with instructions. */
const asksForWords: ReadonlySet<CallEvent["event"]> = new Set([
  "answered",
  "input",
  "dialed",
  "queued",
  "session_ended",
  "paid",
]);

/** What callers of a suspended business hear: no dead air, no receptionist, nobody is kept waiting. */
const closedForNow: CallReply = {
  instructions: [
    { kind: "say", text: "Thank you for calling. This number is not in service at the moment. Goodbye." },
    { kind: "hang_up" },
  ],
  dialect: null,
};

/** Carriers mix events on one URL (a hang-up at the answer URL), so what came decides and not where it came. */
async function serve(
  name: CarrierName,
  believed: Believed,
  event: CallEvent,
  asksOn: boolean,
): Promise<Response> {
  const { ctx, addressee, raw } = believed;
  if (addressee.isSuspended && asksForWords.has(event.event)) return xmlOf(name, closedForNow);
  switch (event.event) {
    case "answered": {
      const dialect = addressee.dialects[believed.accountId] ?? null;
      if (believed.params.callId !== undefined) return servePlaced(name, believed, event, dialect);
      const answer = event.direction === "softphone" ? answerBrowser : answerCall;
      const reply = await answer(ctx, {
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
      return (await isOurs(name, believed, event)) ? noted() : refused();
    case "queued":
      return xmlOf(name, await playQueueMusic(ctx, event));
    case "transcribed":
      await receiveTranscript(ctx, { carrier: name, event });
      return noted();
    case "recorded": {
      const what = asksOn ? "voicemail" : readRecorded(believed.request.target);
      const isKnown = await receiveRecording(ctx, { carrier: name, event, raw, what });
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
    case "paid": {
      const { result, lastFour, brand, confirmation } = event;
      const paid = { isPaid: result === "success", result, lastFour, brand, confirmation };
      return goOn(name, withoutCard(believed, result), event.callSid, { kind: "paid", ...paid });
    }
    case "paying": {
      const told = { carrier: name, event, raw: withoutCard(believed, event.field).raw };
      return (await receivePaying(ctx, told)) ? noted() : refused();
    }
    case "machine": {
      const { callId } = callIdOf(believed);
      const isKnown = callId && (await receiveMachine(ctx, { carrier: name, callId, event, raw }));
      return isKnown ? noted() : refused();
    }
    default:
      return noted();
  }
}

/** Applies a call's state. The calls of a suspended business have no rows, and their ends are nobody's forgery. */
async function isOurs(name: CarrierName, believed: Believed, update: CallStatusUpdate): Promise<boolean> {
  const { ctx, addressee, raw, accountId } = believed;
  const told = { carrier: name, update, raw };
  const ours = callIdOf(believed);
  if (update.parentSid && (await receiveLegStatus(ctx, told))) return true;
  if ((await receiveCallStatus(ctx, { ...told, ...ours })) || addressee.isSuspended) return true;
  if (ours.callId !== undefined) return false; // a call that was placed somewhere else never comes in here
  const dialect = addressee.dialects[accountId] ?? null;
  return endUnheardCall(ctx, { ...told, slug: addressee.slug, tenant: addressee, dialect });
}

/** What is kept of a webhook about a card: not the token, not the expiry date, not even the masked number. */
function withoutCard(believed: Believed, word: string): Believed {
  return { ...believed, raw: { ...believed.raw, body: new URLSearchParams({ About: word }).toString() } };
}

/** Our own id of the call, where the path has one that is an id of ours. */
function callIdOf({ params }: Believed): { callId?: string } {
  return params.callId !== undefined && isId(params.callId) ? { callId: params.callId } : {};
}

async function servePlaced(
  name: CarrierName,
  { ctx, addressee, raw, params }: Believed,
  event: CallAnswered,
  dialect: string | null,
): Promise<Response> {
  const { callId = "" } = params;
  if (!isId(callId)) return refused();
  const reply = await answerPlaced(ctx, { carrier: name, slug: addressee.slug, callId, event, raw, dialect });
  return reply ? xmlOf(name, reply) : refused();
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

/** What was recorded, from the URL that we gave: the whole call unless it says otherwise. */
function readRecorded(target: string): "call" | "voicemail" {
  return queryOf(target).get("of") === "voicemail" ? "voicemail" : "call";
}

/** Which answer of ours the request follows, from the URL that we gave. */
function readPlace(target: string): { turn: number | null; isWaiting: boolean } {
  const query = queryOf(target);
  const turn = Number(query.get("turn") ?? Number.NaN);
  return { turn: Number.isInteger(turn) ? turn : null, isWaiting: query.get("wait") === "1" };
}

function queryOf(target: string): URLSearchParams {
  return new URLSearchParams(target.slice(target.indexOf("?") + 1));
}
