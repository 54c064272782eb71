import type { InboundText } from "@/lib/carriers";
import type { UsageOrder } from "@/lib/usage/schema";

type Inlet = { carrier: string; numberId: string | null; connectionId: string | null };

/** What a text that came in costs; the price follows from the number that it came to. */
export function inboundOrder(
  messageId: string,
  { channel, segments, to }: Pick<InboundText, "channel" | "segments" | "to">,
  { carrier, numberId, connectionId }: Inlet,
): UsageOrder {
  return {
    ...{ subject: `message:${messageId}`, kind: channel, direction: "inbound", carrier, address: to },
    ...{ numberId, connectionId, units: channel === "sms" ? Math.max(1, segments) : 1 },
  };
}
