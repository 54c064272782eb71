import { matchPaths } from "@/lib/process";
import type { HookHandler } from "./hook";
import { refused } from "./reply";
import { webhookRoutes } from "./table";

const find = matchPaths(webhookRoutes.filter(({ method }) => method === "POST"));

/** A webhook as the App Router calls it, for installs in which Next runs alone. */
export function mounted(handler: HookHandler) {
  return async (request: Request, context: { params: Promise<Record<string, string>> }): Promise<Response> =>
    handler(request, await context.params);
}

/** The table's handler of whatever path is called: for the aliases, which have one catch-all file below each root. */
export function mountedTable() {
  return async (request: Request): Promise<Response> => {
    const found = find(new URL(request.url).pathname);
    return found ? found.route.answer(request, found.params) : refused();
  };
}
