import type { Clock } from "./clock";
import type { Id, TenantId } from "./ids";

/** What a member may be in a tenant; each includes what the ones after it may do. */
export const roles = ["owner", "admin", "agent"] as const;

/** A member's role in a tenant. */
export type Role = (typeof roles)[number];

/** Who does something: every audit row and every event names one. */
export type Actor =
  | { kind: "user"; userId: Id; role: Role }
  | { kind: "api_key"; keyId: Id; scopes: readonly string[] }
  | { kind: "carrier"; carrier: string }
  | { kind: "job"; job: string }
  | { kind: "assistant" }
  /** A rule of the business. `chain` are the rules that led to this one and itself, the first one first: what a rule does may start another. */
  | { kind: "automation"; automationId: Id; chain: readonly Id[] }
  | { kind: "system"; why: string };

/** The first parameter of every verb: for which tenant, by whom, at what time, in which request. */
export type Ctx = { tenantId: TenantId; actor: Actor; clock: Clock; requestId: string };
