import { notFound } from "next/navigation";
import { getAutomation } from "@/lib/automations";
import type { AutomationView } from "@/lib/automations/schema";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";

/** The rule of an address; nothing there for another business's. */
export function openAutomation(ctx: Ctx, id: string): Promise<AutomationView> {
  return getAutomation(ctx, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
}
