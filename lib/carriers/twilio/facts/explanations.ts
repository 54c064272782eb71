import type { ExplanationTable } from "../../ports/explanation";
import { accountExplanations } from "./explanations/account";
import { recipientExplanations } from "./explanations/recipients";
import { senderExplanations } from "./explanations/senders";
import { setupExplanations } from "./explanations/setup";
import { whatsappExplanations } from "./explanations/whatsapp";

/** Twilio's error codes in words. Source of each meaning: https://www.twilio.com/docs/api/errors/<code>. */
export const explanations: ExplanationTable = {
  ...accountExplanations,
  ...recipientExplanations,
  ...senderExplanations,
  ...whatsappExplanations,
  ...setupExplanations,
};
