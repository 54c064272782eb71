import { readBoard } from "@/lib/queues";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "calls.read" }, ({ ctx }) => readBoard(ctx));
