import type { Clock } from "./clock";
import type { Id } from "./ids";

/** Request header with the sender's address; our own server writes it, whatever a client sent under this name. */
export const addressHeader = "x-trunkline-address";

/** Whoever sends a request, before anything is known about them. First parameter of verbs that need no sign-in. */
export type Visitor = {
  clock: Clock;
  requestId: string;
  /** The network address that the request came from, as far as it can be trusted. */
  address: string;
  userAgent: string | null;
};

/** A signed-in user, whatever tenant they work in. First parameter of verbs about the user themselves. */
export type Person = Visitor & { userId: Id; sessionId: Id; isSuperAdmin: boolean };
