import { verifyNumbers } from "@/lib/numbers";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "numbers.read" }, async ({ ctx }) => ({ data: await verifyNumbers(ctx) }));

export const POST = route({ can: "numbers.read" }, async ({ ctx }) => ({ data: await verifyNumbers(ctx) }));
