import type { StateName } from "@/components/ui/display/state-face";

const faces: Record<string, { face: StateName; word?: string }> = {
  scheduled: { face: "scheduled" },
  queued: { face: "sending" },
  sending: { face: "sending" },
  accepted: { face: "sending" },
  unsent: { face: "failed", word: "Not sent" },
  sent: { face: "sent" },
  delivered: { face: "delivered" },
  read: { face: "read" },
  undelivered: { face: "failed", word: "Not delivered" },
  failed: { face: "failed" },
  canceled: { face: "off", word: "Canceled" },
  unknown: { face: "unknown", word: "Not known if it arrived" },
};

/** How far an outbound message got, as an icon and a word; null for what has no delivery. */
export function stateOf(status: string): { face: StateName; word?: string } | null {
  return faces[status] ?? null;
}
