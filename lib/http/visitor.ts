import type { Visitor } from "@/lib/kernel/callers";
import { systemClock } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";

/** Set by our own server from the socket, after removing what the client sent under this name. */
export const addressHeader = "x-trunkline-address";

/** Who sends this request, with a new request id. */
export function readVisitor(headers: Headers): Visitor {
  return {
    clock: systemClock,
    requestId: newId(),
    address: readAddress(headers),
    userAgent: headers.get("user-agent")?.slice(0, 300) ?? null,
  };
}

/**
 * The address that counts for limits. X-Forwarded-For is written by the client up to the last hop, so only its last
 * entry can be believed, and only where our own server did not stamp the request.
 */
function readAddress(headers: Headers): string {
  const stamped = headers.get(addressHeader);
  if (stamped) return stamped;
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
