import { addressHeader, type Visitor } from "@/lib/kernel/callers";
import { systemClock } from "@/lib/kernel/clock";
import { newId } from "@/lib/kernel/ids";

/** Who sends this request, with a new request id. */
export function readVisitor(headers: Headers): Visitor {
  return {
    clock: systemClock,
    requestId: newId(),
    address: readAddress(headers),
    userAgent: headers.get("user-agent")?.slice(0, 300) ?? null,
  };
}

/** Where Next runs without our server nobody stamped the request; then the last hop's entry is the best there is. */
function readAddress(headers: Headers): string {
  const stamped = headers.get(addressHeader);
  if (stamped) return stamped;
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
