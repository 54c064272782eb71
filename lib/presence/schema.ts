import { z } from "zod";

/** A tab says how it is: `online` takes calls, `away` does not ring, `gone` is being closed. */
export const PresenceNews = z.object({
  tabId: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/, "A tab's id has 8 to 40 letters and digits"),
  state: z.enum(["online", "away", "gone"]),
});
export type PresenceNews = z.output<typeof PresenceNews>;
