import { listNumbers } from "@/lib/numbers";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "numbers.read" }, async ({ ctx }) => ({
  data: await listNumbers(ctx),
  nextCursor: null,
}));
