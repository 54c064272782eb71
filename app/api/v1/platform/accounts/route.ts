import { listPlatformAccounts } from "@/lib/connections";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "super_admin" }, async ({ ctx }) => ({
  data: await listPlatformAccounts(ctx),
}));
