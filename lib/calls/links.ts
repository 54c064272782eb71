import { type CarrierName, carrier } from "@/lib/carriers";
import { env } from "@/lib/env";
import type { Links } from "@/lib/flows";

/**
 * The URLs a call's instructions point to. The turn stands in the query, so that a repetition of one request has the
 * same key and the next turn another.
 */
export function linksOf(input: { carrier: CarrierName; slug: string; turn: number; ticket?: string }): Links {
  const base = `${env.publicUrl}/api/${input.carrier}/${input.slug}`;
  const { inputPath } = carrier(input.carrier).description;
  const at = `turn=${input.turn}`;
  return {
    input: `${base}/${inputPath}?${at}`,
    wait: `${base}/${inputPath}?${at}&wait=1`,
    dialed: `${base}/dialed?${at}`,
    recorded: `${base}/recorded?${at}`,
    recording: `${base}/recording-status?of=call`,
    voicemail: `${base}/recording-status?of=voicemail`,
    onward: `${base}/onward?${at}`,
    leg: `${base}/${carrier(input.carrier).description.statusPath}`,
    paid: `${base}/paid?${at}`,
    payment: `${base}/payment-status`,
    session: `${base}/session?${at}`,
    socket: `${base.replace(/^http/, "ws")}/socket/${input.ticket ?? "none"}`,
  };
}

/** The URLs of a call that we place. Our own id of the call stands in their paths, so that a lost answer is proven by what comes there. */
export function placedLinks(input: { carrier: CarrierName; slug: string; callId: string }) {
  const base = `${env.publicUrl}/api/${input.carrier}/${input.slug}`;
  return {
    answer: `${base}/outbound/${input.callId}`,
    status: `${base}/${carrier(input.carrier).description.statusPath}/${input.callId}`,
    machine: `${base}/machine/${input.callId}`,
    /** Where a call is sent on whose machine has finished greeting. */
    message: `${base}/onward?of=machine`,
  };
}
