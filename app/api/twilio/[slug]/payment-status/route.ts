import { callHooks } from "@/lib/webhooks";
import { mounted } from "@/lib/webhooks/mounted";

export const GET = mounted(callHooks("twilio").paying);
export const POST = mounted(callHooks("twilio").paying);
