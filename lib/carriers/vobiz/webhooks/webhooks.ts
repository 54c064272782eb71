import type { Webhooks } from "../../ports/webhooks";
import { composeAsVobiz } from "./compose";
import { identifyVobizWebhook } from "./identify";
import { parseVobizCall } from "./parse-call";
import { signAsVobiz } from "./signature";
import { verifyVobizWebhook } from "./verify";

const noTexts = { ok: false, reason: "Vobiz sends no texts" } as const;

/** Vobiz's webhooks. */
export const webhooks: Webhooks = {
  verify: verifyVobizWebhook,
  verifySocket: () => ({ ok: false, reason: "missing_signature" }),
  sign: signAsVobiz,
  compose: composeAsVobiz,
  parseText: () => noTexts,
  parseTextStatus: () => noTexts,
  parseCall: parseVobizCall,
  identify: identifyVobizWebhook,
};
