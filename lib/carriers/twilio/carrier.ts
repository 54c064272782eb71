import type { Carrier } from "../ports/carrier";
import { account } from "./account";
import { description } from "./description";
import { explanations } from "./explanations";
import { texting } from "./texting";
import { webhooks } from "./webhooks/webhooks";

/** Twilio. */
export const twilio: Carrier = { description, account, texting, webhooks, explanations };
