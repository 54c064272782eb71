import { z } from "zod";
import { readMicros } from "@/lib/kernel/money";
import type { CallState } from "../../ports/voice";
import { readEndStatus } from "../facts/call-status";
import { readParty } from "../facts/read-party";

const time = z.coerce.date().optional().catch(undefined);

/** An ended call in Vobiz's records (CDR). */
export const callRecord = z.object({
  uuid: z.string().min(1),
  caller_id_number: z.string().catch(""),
  destination_number: z.string().catch(""),
  call_direction: z.string().catch(""),
  duration: z.coerce.number().catch(0),
  billsec: z.coerce.number().optional().catch(undefined),
  total_cost: z.coerce.string().catch(""),
  currency: z.string().catch("INR"),
  hangup_cause: z.string().catch(""),
  hangup_cause_code: z.coerce.string().catch(""),
  start_time: time,
  end_time: time,
});

/** A record as the state of an ended call. */
export function toState(call: z.infer<typeof callRecord>): CallState {
  const seconds = call.billsec ?? call.duration;
  const micros = readMicros(call.total_cost);
  return {
    sid: call.uuid,
    status: readEndStatus({ cause: call.hangup_cause, code: call.hangup_cause_code, seconds }),
    direction: call.call_direction === "inbound" ? "inbound" : "outbound",
    from: readParty(call.caller_id_number),
    to: readParty(call.destination_number),
    seconds,
    ...(call.start_time ? { startedAt: call.start_time } : {}),
    ...(call.end_time ? { endedAt: call.end_time } : {}),
    ...(micros === null ? {} : { price: { micros: Math.abs(micros), currency: call.currency } }),
  };
}
