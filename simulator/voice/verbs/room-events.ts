import { type LiveCall, notify, type Participant, type Room } from "../call";

/** The name under which a change is subscribed to; Twilio's first, Vobiz's second. */
const subscriptions: Record<string, string[]> = {
  "conference-start": ["start"],
  "conference-end": ["end"],
  "participant-join": ["join", "enter"],
  "participant-leave": ["leave", "exit"],
};

/** Tells the product what happened in a conference, at the URL of the first participant. */
export async function announceRoom(
  call: LiveCall,
  room: Room,
  change: string,
  member: Participant | null,
): Promise<void> {
  const wanted = subscriptions[change] ?? [change.replace("participant-", "").replace(/^un/, "")];
  const sequence = room.sequence;
  room.sequence += 1;
  if (!room.status?.events.some((event) => wanted.includes(event))) return;
  const extra = {
    SequenceNumber: String(sequence),
    ConferenceCurrentSize: String(room.members.length),
    ...(member ? participantFields(member) : {}),
  };
  await notify(call, room.status.target, {
    kind: "conference",
    name: room.name,
    roomSid: room.sid,
    change,
    extra,
  });
}

function participantFields({ isMuted, isHeld, endsRoom, label }: Participant): Record<string, string> {
  return {
    Muted: String(isMuted),
    Hold: String(isHeld),
    EndConferenceOnExit: String(endsRoom),
    ParticipantLabel: label,
  };
}
