import { z } from "zod";
import { apiScopes } from "@/lib/auth/permissions";

/** What a new API key needs. */
export const NewKey = z.object({
  name: z.string().trim().min(1, "Give the key a name").max(80),
  scopes: z.array(z.enum(apiScopes)).min(1, "Choose at least one scope").max(apiScopes.length),
});
export type NewKey = z.infer<typeof NewKey>;
