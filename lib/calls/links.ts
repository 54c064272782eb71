import type { CarrierName } from "@/lib/carriers";
import { env } from "@/lib/env";
import type { Links } from "@/lib/flows";

const inputPath: Record<CarrierName, string> = { twilio: "gather", vobiz: "input" };

/**
 * The URLs a call's instructions point to. The turn stands in the query, so that a repetition of one request has the
 * same key and the next turn another.
 */
export function linksOf(input: { carrier: CarrierName; slug: string; turn: number; ticket?: string }): Links {
  const base = `${env.publicUrl}/api/${input.carrier}/${input.slug}`;
  const at = `turn=${input.turn}`;
  return {
    input: `${base}/${inputPath[input.carrier]}?${at}`,
    wait: `${base}/${inputPath[input.carrier]}?${at}&wait=1`,
    dialed: `${base}/dialed?${at}`,
    recorded: `${base}/recorded?${at}`,
    recording: `${base}/recording-status`,
    session: `${base}/session?${at}`,
    socket: `${base.replace(/^http/, "ws")}/socket/${input.ticket ?? "none"}`,
  };
}
