import { isOver } from "../world/new-call";
import { type LiveCall, round, talkedSeconds } from "./call";

/** Everything that can be said about a call, as JSON for tests and for the handset page. */
export function describeCall(call: LiveCall): Record<string, unknown> {
  const { record, report, end } = call;
  const legs = [...call.voice.calls.values()].filter((leg) => leg.record.parentSid === record.sid);
  return {
    callId: record.sid,
    ...(record.carrier === "twilio" ? { callSid: record.sid } : { callUUID: record.sid }),
    carrier: record.carrier,
    direction: record.direction,
    from: record.from,
    to: record.to,
    status: record.status,
    isOver: isOver(record),
    endedBy: end?.by ?? null,
    endReason: end?.why ?? null,
    seconds: round(call.seconds),
    durationSeconds: talkedSeconds(call),
    heard: report.heard,
    did: report.did,
    requests: report.requests,
    problems: report.problems,
    deadAir: report.deadAir,
    relayTurns: report.relayTurns,
    recordings: recordingsOf(call),
    legs: legs.map((leg) => ({
      callId: leg.record.sid,
      to: leg.record.to,
      status: leg.record.status,
      heard: leg.report.heard,
      did: leg.report.did,
    })),
  };
}

function recordingsOf({ voice, record }: LiveCall) {
  const all = [...voice.world.store.recordings.values()].filter(({ callSid }) => callSid === record.sid);
  return all.map(({ sid, durationSeconds, channels, source }) => ({
    sid,
    durationSeconds,
    channels,
    source,
  }));
}
