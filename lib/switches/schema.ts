import { z } from "zod";

/** What the super admin may switch off, installation-wide. Everything is on until somebody says otherwise. */
export const Switches = z.object({
  /** Strangers may set up a business. */
  signUp: z.boolean().default(true),
  /** The demo's businesses are open. */
  demo: z.boolean().default(true),
  /** Businesses may buy numbers through the platform's account. */
  numberPurchases: z.boolean().default(true),
  /** The model answers; off: the offline receptionist does. */
  aiModel: z.boolean().default(true),
  /** Texts leave, by carrier. */
  texting: z.record(z.string().max(40), z.boolean()).default({}),
});
export type Switches = z.output<typeof Switches>;

/** Switches to be turned; what is left out stays. */
export const SwitchesChange = z
  .object({
    signUp: z.boolean(),
    demo: z.boolean(),
    numberPurchases: z.boolean(),
    aiModel: z.boolean(),
    texting: z.record(z.string().max(40), z.boolean()),
  })
  .partial();
export type SwitchesChange = z.output<typeof SwitchesChange>;
