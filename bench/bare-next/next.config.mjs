import { resolve } from "node:path";

/** The least that Next can be: one page, drawn per request. Floor of bars 12 and 13. */
const root = resolve(import.meta.dirname, "../..");
export default { turbopack: { root }, outputFileTracingRoot: root };
