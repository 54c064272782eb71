import { callHooks } from "@/lib/webhooks";
import { mounted } from "@/lib/webhooks/mounted";

export const GET = mounted(callHooks("twilio").outbound);
export const POST = mounted(callHooks("twilio").outbound);
