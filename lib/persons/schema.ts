import { z } from "zod";

export const NewMerge = z.object({ customerId: z.uuid() }).strict();
export type NewMerge = z.output<typeof NewMerge>;

/** Erasing is confirmed by typing the customer's name. */
export const Erasure = z.object({ confirmation: z.string().max(300) }).strict();

export const MergeParams = z.object({ id: z.uuid(), mergeId: z.uuid() });

/** A merge as the customer's page shows it. */
export type MergeView = {
  id: string;
  mergedId: string;
  name: string;
  addresses: string[];
  by: string | null;
  createdAt: string;
  /** Only the last one that stands can be taken back. */
  isLast: boolean;
};

/** What was erased and what stays, with why. */
export type ErasureView = {
  erased: Record<
    "messages" | "files" | "calls" | "recordings" | "appointments" | "notes" | "addresses",
    number
  >;
  kept: { what: string; why: string }[];
};
