import { z } from "zod";

/** One thing that was looked at. Red and amber ones say why and what to do; `repair` names what a button can do about it. */
export const Finding = z.object({
  key: z.string(),
  title: z.string(),
  tone: z.enum(["good", "warn", "bad"]),
  sentence: z.string(),
  cure: z.string().optional(),
  repair: z.enum(["webhooks", "application"]).optional(),
  expected: z.string().optional(),
  actual: z.string().optional(),
});
export type Finding = z.output<typeof Finding>;

/** What the doctor says of one number, one connection, or the installation around them. */
export type Examination = {
  subject: string;
  title: string;
  /** Number or connection that a repair is for. */
  id: string | null;
  kind: "number" | "connection" | "installation";
  verdict: "good" | "warn" | "bad";
  findings: Finding[];
};

export type DoctorReport = { checkedAt: Date; verdict: "good" | "warn" | "bad"; examinations: Examination[] };
