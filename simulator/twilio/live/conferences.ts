import type { Reply } from "../../http/exchange";
import { json, nothing } from "../../http/reply";
import type { Participant, Room } from "../../voice/call";
import { reach } from "../../voice/change-call";
import { voiceOf } from "../../voice/voice-of";
import { newCall } from "../../world/new-call";
import { findNumber } from "../../world/store";
import { notFound, TwilioError } from "../api/errors";
import { pageReply } from "../api/paging";
import type { TwilioCall } from "../api/twilio-route";

/** GET Conferences.json by `FriendlyName` and `Status`; only those that run are remembered. */
export function listConferences({ world, account, query, exchange }: TwilioCall): Reply {
  const name = query.get("FriendlyName");
  const isWanted = (room: Room) => room.accountSid === account.sid && (!name || room.name === name);
  const rooms =
    query.get("Status") === "completed" ? [] : [...voiceOf(world).rooms.values()].filter(isWanted);
  return pageReply(exchange, "conferences", rooms, render);
}

/** GET Conferences/{sid}.json */
export function fetchConference(request: TwilioCall): Reply {
  return json(200, render(findRoom(request)));
}

/** POST Conferences/{sid}.json `Status=completed`: everybody leaves. */
export function changeConference(request: TwilioCall): Reply {
  const room = findRoom(request);
  const isEnded = request.form.get("Status") === "completed";
  if (isEnded) room.members = [];
  return json(200, { ...render(room), status: isEnded ? "completed" : "in-progress" });
}

/** GET Conferences/{sid}/Participants.json */
export function listParticipants(request: TwilioCall): Reply {
  const room = findRoom(request);
  return pageReply(request.exchange, "participants", room.members, (member) =>
    renderParticipant(room, member),
  );
}

/** POST Conferences/{sid or name}/Participants.json: dials somebody into the conference. */
export function addParticipant({ world, account, params, form }: TwilioCall): Reply {
  const [from, to] = [form.get("From") ?? "", form.get("To") ?? ""];
  if (!to) throw new TwilioError(21201);
  const numberSid = findNumber(world.store, "twilio", from)?.sid ?? null;
  const name = nameOf(world, params.sid ?? "");
  const flag = (field: string, otherwise: string) => form.get(field) ?? otherwise;
  const attributes =
    `startConferenceOnEnter="${flag("StartConferenceOnEnter", "true")}" ` +
    `endConferenceOnExit="${flag("EndConferenceOnExit", "false")}" participantLabel="${escapeXml(flag("Label", ""))}"`;
  const twiml = `<Response><Dial><Conference ${attributes}>${escapeXml(name)}</Conference></Dial></Response>`;
  const request: Record<string, string[]> = {};
  for (const field of form.keys()) request[field] = form.getAll(field);
  const leg = {
    carrier: "twilio",
    accountSid: account.sid,
    direction: "outbound-api",
    status: "queued",
  } as const;
  const call = newCall(world, { ...leg, from, to, numberSid, request: { ...request, Twiml: [twiml] } });
  world.ledger.write("call.created", { carrier: "twilio", sid: call.sid, from, to, conference: name });
  world.calls.placed(call);
  return json(201, {
    call_sid: call.sid,
    account_sid: account.sid,
    status: "queued",
    label: form.get("Label"),
  });
}

/** POST Conferences/{sid}/Participants/{callSid}.json: `Muted`, `Hold`, `EndConferenceOnExit`. */
export function changeParticipant(request: TwilioCall): Reply {
  const { room, member } = findParticipant(request);
  const flag = (name: string, otherwise: boolean) => {
    const given = request.form.get(name);
    return given === null ? otherwise : given === "true";
  };
  member.isMuted = flag("Muted", member.isMuted);
  member.isHeld = flag("Hold", member.isHeld);
  member.endsRoom = flag("EndConferenceOnExit", member.endsRoom);
  return json(200, renderParticipant(room, member));
}

/** DELETE Conferences/{sid}/Participants/{callSid}.json: hangs up on one. */
export function removeParticipant(request: TwilioCall): Reply {
  const { member } = findParticipant(request);
  reach(voiceOf(request.world), member.call.record, { end: true });
  return nothing();
}

function nameOf(world: TwilioCall["world"], key: string): string {
  return [...voiceOf(world).rooms.values()].find(({ sid }) => sid === key)?.name ?? key;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
}

function findRoom({ world, account, params, exchange }: TwilioCall): Room {
  const found = [...voiceOf(world).rooms.values()].find(({ sid }) => sid === params.sid);
  if (found?.accountSid !== account.sid) throw notFound(exchange.path);
  return found;
}

function findParticipant(request: TwilioCall): { room: Room; member: Participant } {
  const room = findRoom(request);
  const member = room.members.find(({ call }) => call.record.sid === request.params.callSid);
  if (!member) throw notFound(request.exchange.path);
  return { room, member };
}

function render({ sid, name, accountSid, hasStarted }: Room) {
  const uri = `/2010-04-01/Accounts/${accountSid}/Conferences/${sid}.json`;
  return {
    sid,
    account_sid: accountSid,
    friendly_name: name,
    status: hasStarted ? "in-progress" : "init",
    region: "us1",
    uri,
  };
}

function renderParticipant(room: Room, { call, isMuted, isHeld, endsRoom, label }: Participant) {
  return {
    call_sid: call.record.sid,
    conference_sid: room.sid,
    account_sid: room.accountSid,
    muted: isMuted,
    hold: isHeld,
    end_conference_on_exit: endsRoom,
    label: label || null,
    status: "connected",
  };
}
