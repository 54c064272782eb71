import { type Interruption, type LiveCall, passUntil, tell } from "../call";
import type { Socket } from "./open-socket";

/** A caller who says nothing is listened to for this long, in the call's own seconds. */
const LISTENING_SECONDS = 600;

/** Listens to the caller between the product's turns; `other` once the product has sent something instead. */
export async function listenToCaller(call: LiveCall, socket: Socket): Promise<Interruption | null | "other"> {
  tell(call, { type: "listening", keys: true, speech: true, seconds: LISTENING_SECONDS, numDigits: null });
  return passUntil(call, LISTENING_SECONDS, "listening", socket.peek());
}
