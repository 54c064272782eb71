import type { HookHandler } from "./hook";

/** A webhook as the App Router calls it, for installs in which Next runs alone. */
export function mounted(handler: HookHandler) {
  return async (request: Request, context: { params: Promise<Record<string, string>> }): Promise<Response> =>
    handler(request, await context.params);
}
