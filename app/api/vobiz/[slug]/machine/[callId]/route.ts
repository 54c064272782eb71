import { callHooks } from "@/lib/webhooks";
import { mounted } from "@/lib/webhooks/mounted";

export const GET = mounted(callHooks("vobiz").machine);
export const POST = mounted(callHooks("vobiz").machine);
