import type { z } from "zod";
import type { Permission } from "@/lib/auth";

/** What the reference is divided into, in its order. */
export const tags = [
  ["Messages", "Send texts on SMS and WhatsApp, and follow what becomes of them."],
  [
    "Conversations",
    "What is said between one customer and one team, over every channel: the tickets of the inbox.",
  ],
  ["Customers", "People outside, known by one or more addresses."],
  ["Appointments", "Booked times: find free ones, book, move, cancel."],
  ["Automations", "Rules: when this happens, do that, with a log of why and why not."],
  ["Calls", "Phone calls with transcript, summary, mood and recording."],
  ["Numbers", "Phone numbers: look for, buy, bring, route, verify, give back."],
  ["Integrations", "Carrier accounts, and whether they work."],
  ["Business", "The business that the key belongs to, and its people."],
  ["Screens", "What Trunkline's own pages use. They may change with them; build on the others."],
] as const;

export type Tag = (typeof tags)[number][0];

/** One call of the API as data. The reference, the OpenAPI document and the tests of the routes are made from it. */
export type Operation = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below /api/v1, such as `/messages/{id}`. */
  path: `/${string}`;
  tag: Tag;
  /** What it does, as an order: "Send a text". */
  summary: string;
  /** What one has to know besides: a few sentences. */
  description?: string;
  can: Permission | "public" | "signed_in" | "super_admin";
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  /** What the fields of parameters, query and body mean, by name. */
  fields?: Readonly<Record<string, string>>;
  /** Status of success. Default: 200, or 204 without an answer. */
  status?: number;
  /** The answer as JSON. */
  answer?: z.ZodType;
  /** The answer is a file of this type. */
  file?: string;
  /** The body is a file as it is. */
  takesFile?: boolean;
  /** Takes the header Idempotency-Key. */
  isIdempotent?: boolean;
  /** Codes of 422: understood, but refused. */
  refusals?: readonly string[];
  /** When 409 is answered. */
  conflict?: string;
  /** Whether callers are slowed down by 429. */
  isLimited?: boolean;
  example: OperationExample;
};

/** A request that works, and its answer. */
export type OperationExample = {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
  answer?: unknown;
};
