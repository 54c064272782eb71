import { callHooks } from "@/lib/webhooks";
import { mounted } from "@/lib/webhooks/mounted";

export const GET = mounted(callHooks("twilio").paid);
export const POST = mounted(callHooks("twilio").paid);
