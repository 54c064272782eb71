import { createRoute } from "@/lib/http";
import { gate } from "./gate";

/**
 * Makes a route handler out of a configuration and one call:
 * `export const POST = route({ can: "messages.send", body: NewMessage }, ({ ctx, body }) => sendMessage(ctx, body))`.
 */
export const route = createRoute(gate);
