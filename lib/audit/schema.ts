import { z } from "zod";

/** Which entries of a business's audit trail to list. */
export const AuditFilter = z.object({
  /** A part of what happened or of who did it. */
  search: z.string().trim().max(100).default(""),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Entries before this one's number. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
export type AuditFilter = z.output<typeof AuditFilter>;

/** An entry as people read it. */
export type AuditView = {
  seq: string;
  at: Date;
  actorKind: string;
  actor: string;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  detail: Record<string, unknown>;
};
