import { mountedTable } from "@/lib/webhooks/mounted";

export const GET = mountedTable();
export const POST = mountedTable();
