import { inboundTextByNumber } from "@/lib/webhooks";
import { mounted } from "@/lib/webhooks/mounted";

export const GET = mounted(inboundTextByNumber);
export const POST = mounted(inboundTextByNumber);
