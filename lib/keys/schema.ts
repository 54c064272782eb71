import { z } from "zod";
import { ApiScope } from "@/lib/auth/schema";

/** What a new API key needs. */
export const NewKey = z.object({
  name: z.string().trim().min(1, "Give the key a name").max(80),
  scopes: z.array(ApiScope).min(1, "Choose at least one scope").max(ApiScope.options.length),
});
export type NewKey = z.infer<typeof NewKey>;
