import { textStatus } from "@/lib/webhooks";
import { mounted } from "@/lib/webhooks/mounted";

export const GET = mounted(textStatus);
export const POST = mounted(textStatus);
