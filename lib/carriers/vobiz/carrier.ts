import type { Carrier } from "../ports/carrier";
import { description } from "./description";

const later = () =>
  Promise.resolve({ outcome: "rejected" as const, code: "unsupported", message: "not built yet" });

/** Vobiz. */
export const vobiz: Carrier = {
  description,
  account: {
    verify: async () => ({ ok: false, reason: "unreachable", why: "not built yet" }),
    balance: async () => null,
    createKey: later,
    removeKey: later,
  },
  webhooks: {
    verify: () => ({ ok: false, reason: "no_token" }),
    parseText: () => ({ ok: false, reason: "unsupported" }),
    parseTextStatus: () => ({ ok: false, reason: "unsupported" }),
    parseCall: () => ({ ok: false, reason: "unsupported" }),
    identify: (request) => ({ key: request.target, token: null }),
  },
  explanations: {},
};
