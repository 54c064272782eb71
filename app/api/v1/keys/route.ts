import { createKey, listKeys } from "@/lib/keys";
import { NewKey } from "@/lib/keys/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "keys.manage" }, async ({ ctx }) => ({
  data: await listKeys(ctx),
  nextCursor: null,
}));

export const POST = route({ can: "keys.manage", body: NewKey, status: 201 }, ({ ctx, body }) =>
  createKey(ctx, body),
);
