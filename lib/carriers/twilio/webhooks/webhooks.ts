import type { Webhooks } from "../../ports/webhooks";
import { composeAsTwilio } from "./compose";
import { identifyTwilioWebhook } from "./identify";
import { parseTwilioCall } from "./parse-call";
import { parseTwilioText, parseTwilioTextStatus } from "./parse-text";
import { signAsTwilio } from "./signature";
import { verifyTwilioSocket, verifyTwilioWebhook } from "./verify";

/** Twilio's webhooks. */
export const webhooks: Webhooks = {
  verify: verifyTwilioWebhook,
  verifySocket: verifyTwilioSocket,
  sign: signAsTwilio,
  compose: composeAsTwilio,
  parseText: parseTwilioText,
  parseTextStatus: parseTwilioTextStatus,
  parseCall: parseTwilioCall,
  identify: identifyTwilioWebhook,
};
