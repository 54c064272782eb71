import { inboundText } from "@/lib/webhooks";
import { mounted } from "@/lib/webhooks/mounted";

export const GET = mounted(inboundText);
export const POST = mounted(inboundText);
