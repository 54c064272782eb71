import { z } from "zod";
import type { CarrierName, Connection } from "@/lib/carriers";

/** A connection ready for use, with where it came from. */
export type OpenConnection = {
  /** null: the platform's. */
  id: string | null;
  scope: "user" | "tenant" | "platform";
  carrier: CarrierName;
  accountId: string;
  connection: Connection;
  /** Spelling of call instructions it asks for; unset: the carrier's documented one. */
  dialect?: string;
  /** `optional`: webhooks without a signature are believed too (for consoles that cannot sign); a wrong one never is. */
  verification: "strict" | "optional";
  /** Pool of senders that its texts leave through instead of a single number. */
  pool?: string;
};

/** Values of a carrier's credential fields, as a person typed them. */
export const Credentials = z.record(z.string().max(40), z.string().trim().max(300));
export type Credentials = z.output<typeof Credentials>;

/** Which carrier an account is with; the registry knows the names. */
const Carrier = z.string().max(40);

/** Credentials to be checked. */
export const CredentialCheck = z.object({ carrier: Carrier, credentials: Credentials });
export type CredentialCheck = z.output<typeof CredentialCheck>;

/** An account to be connected. */
export const NewConnection = CredentialCheck.extend({
  label: z.string().trim().max(80).optional(),
  /** tenant: everybody's calls and texts; user: only those of whoever connects it. */
  scope: z.enum(["tenant", "user"]).default("tenant"),
  /** Pool of senders (Messaging Service) that texts leave through. */
  pool: z
    .string()
    .trim()
    .regex(/^(MG[0-9a-fA-F]{32})?$/, "A Messaging Service SID begins with MG and has 34 characters.")
    .optional(),
});
export type NewConnection = z.output<typeof NewConnection>;

/** New secrets of a connected account. */
export const Rotation = z.object({
  credentials: Credentials,
  /** Hours in which the replaced secrets still verify webhooks. */
  overlapHours: z.int().min(0).max(168).default(24),
});
export type Rotation = z.output<typeof Rotation>;

/** A connection as settings and the API show it: no secret, only what it ends with. */
export type ConnectionView = {
  /** null: the platform's. */
  id: string | null;
  carrier: CarrierName;
  carrierLabel: string;
  scope: "platform" | "tenant" | "user";
  label: string;
  accountId: string;
  /** Last four characters by field name. */
  hints: Record<string, string>;
  status: string;
  /** What is wrong, in a sentence; unset while it works. */
  problem?: string;
  verification: "strict" | "optional";
  verifiedAt: Date | null;
  /** Until when replaced secrets still verify webhooks. */
  overlapUntil: Date | null;
  pool: string | null;
  createdAt: Date | null;
};

/** What stands in `connections.settings`. */
export const ConnectionSettings = z.object({
  dialect: z.string().max(40).optional(),
  verification: z.enum(["strict", "optional"]).default("strict"),
  /** Until when the secrets that were replaced still verify webhooks. */
  previousUntil: z.iso.datetime().optional(),
  pool: z.string().optional(),
  /** The platform's number for businesses without one. */
  fromNumber: z.string().optional(),
  /** What the last test found wrong. */
  problem: z.string().optional(),
});
export type ConnectionSettings = z.output<typeof ConnectionSettings>;

/** The platform's account with a carrier, as a super admin enters it. Left-out credentials stay as they are. */
export const PlatformAccountInput = z.object({
  credentials: Credentials.default({}),
  fromNumber: z
    .string()
    .trim()
    .regex(/^(\+[1-9]\d{6,14})?$/, "Write it with plus and country code, without spaces: +12065550123")
    .optional(),
  pool: NewConnection.shape.pool,
  /** Hours in which a replaced token still verifies webhooks. */
  overlapHours: z.int().min(0).max(168).default(24),
});
export type PlatformAccountInput = z.output<typeof PlatformAccountInput>;

/** The platform's account as the super admin sees it: no secret, only what it ends with. */
export type PlatformAccountView = {
  carrier: CarrierName;
  carrierLabel: string;
  /** settings: entered here; environment: from variables; simulator: public and opens nothing; none. */
  source: "settings" | "environment" | "simulator" | "none";
  accountId: string;
  hints: Record<string, string>;
  fields: { name: string; label: string; secret: boolean; required: boolean }[];
  fromNumber: string | null;
  pool: string | null;
  verifiedAt: Date | null;
  problem: string | null;
  overlapUntil: string | null;
};
