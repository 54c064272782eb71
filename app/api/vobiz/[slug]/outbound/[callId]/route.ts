import { callHooks } from "@/lib/webhooks";
import { mounted } from "@/lib/webhooks/mounted";

export const GET = mounted(callHooks("vobiz").outbound);
export const POST = mounted(callHooks("vobiz").outbound);
