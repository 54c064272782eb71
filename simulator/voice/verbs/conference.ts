import type { ConferenceRoom, DialStep } from "../../instructions";
import { newSid } from "../../world/random";
import {
  type DialOutcome,
  endedBy,
  endQuiet,
  hear,
  type Interruption,
  type LiveCall,
  type Next,
  notify,
  type Participant,
  pass,
  type Room,
  round,
  speakingSeconds,
  tell,
} from "../call";
import { nextAfter } from "./interruption";
import { announceRoom } from "./room-events";

/** Joins a conference and stays until this leg or the conference is over; then the action is asked, or the next verb runs. */
export async function performConference(
  call: LiveCall,
  step: DialStep,
  wanted: ConferenceRoom,
): Promise<Next> {
  const room = openRoom(call, wanted);
  const begun = call.seconds;
  const { isLive } = call;
  call.isLive = true;
  const member = await join(call, room, wanted);
  const stopped = await stay(call, room, member, wanted);
  call.isLive = isLive;
  await leave(call, room, member, stopped);
  const seconds = Math.round(call.seconds - begun);
  const outcome: DialOutcome = {
    status: "completed",
    childSid: null,
    seconds,
    isBridged: true,
    recording: null,
  };
  const event = { kind: "dial", outcome } as const;
  if (!stopped && step.action && step.followsAction) return { kind: "fetch", target: step.action, event };
  await notify(call, step.action, event);
  return stopped ?? { kind: "next" };
}

function openRoom({ voice, record }: LiveCall, { name, status }: ConferenceRoom): Room {
  const key = `${record.accountSid}|${name}`;
  const found = voice.rooms.get(key);
  if (found) return found;
  const sid = newSid(voice.world.random, "CF");
  const room: Room = {
    sid,
    name,
    accountSid: record.accountSid,
    hasStarted: false,
    sequence: 0,
    members: [],
    status,
  };
  voice.rooms.set(key, room);
  return room;
}

async function join(call: LiveCall, room: Room, wanted: ConferenceRoom): Promise<Participant> {
  const { muted: isMuted, endOnExit: endsRoom, label = "" } = wanted;
  const member: Participant = { call, isMuted, isHeld: false, endsRoom, label };
  room.members.push(member);
  await announceRoom(call, room, "participant-join", member);
  if (wanted.startOnEnter && !room.hasStarted) {
    room.hasStarted = true;
    await announceRoom(call, room, "conference-start", null);
  }
  return member;
}

/** Resolves with what took this leg away, or null when the conference ended around it. */
async function stay(
  call: LiveCall,
  room: Room,
  member: Participant,
  wanted: ConferenceRoom,
): Promise<Next | null> {
  if (!room.hasStarted && wanted.wait?.url !== "") {
    await hear(call, { tone: "music", seconds: 0, from: "carrier" }, "passive");
  }
  while (room.members.includes(member)) {
    endQuiet(call);
    const mode = room.hasStarted && !member.isHeld ? "talking" : "passive";
    const interruption = await pass(call, 1, mode);
    const stopped = nextAfter(interruption);
    if (stopped) return stopped;
    if (interruption) speak(room, member, interruption);
  }
  return null;
}

function speak(room: Room, speaker: Participant, interruption: Interruption): void {
  if ("changed" in interruption || !("say" in interruption.did) || speaker.isMuted) return;
  const text = interruption.did.say;
  for (const { call, isHeld } of room.members) {
    if (call === speaker.call || isHeld) continue;
    const heard = { at: round(call.seconds), text, seconds: speakingSeconds(text), from: "party" as const };
    call.report.heard.push(heard);
    tell(call, { type: "heard", heard });
  }
}

async function leave(call: LiveCall, room: Room, member: Participant, stopped: Next | null): Promise<void> {
  const endsRoom = member.endsRoom && room.members.includes(member);
  room.members = room.members.filter((other) => other !== member);
  if (stopped?.kind === "end") call.end ??= endedBy(stopped.by, stopped.why);
  await announceRoom(call, room, "participant-leave", member);
  if (endsRoom) room.members = [];
  if (room.members.length > 0 || !call.voice.rooms.delete(`${room.accountSid}|${room.name}`)) return;
  await announceRoom(call, room, "conference-end", null);
}
