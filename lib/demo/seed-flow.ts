import { withTenant } from "@/lib/db";
import { createFlow, type FlowGraph, getFlow, publishFlow, saveDraft } from "@/lib/flows";
import type { Ctx } from "@/lib/kernel/context";

/** A drawn flow with two versions, ready to be looked at and chosen for a number. */
export async function seedFlow(ctx: Ctx, businessName: string): Promise<void> {
  const target = await withTenant(ctx, (tx) =>
    tx.transferTarget.findFirst({ where: { tenantId: ctx.tenantId, e164: { not: null } } }),
  );
  const { id } = await createFlow(ctx, { name: "Reception and voicemail", begin: "menu" });
  const { revision } = await getFlow(ctx, id);
  await publishFlow(ctx, id, { revision, note: "As simple as it gets" });
  if (!target) return;
  const drawn = await saveDraft(ctx, id, { graph: drawing(businessName, target.id), revision: revision + 1 });
  await publishFlow(ctx, id, {
    revision: drawn.revision,
    note: "Emergencies ring at once; a message after hours",
  });
}

function drawing(businessName: string, targetId: string): FlowGraph {
  return {
    start: "hours",
    steps: {
      hours: { kind: "hours", open: "menu", closed: "closed", holiday: "closed" },
      menu: {
        ...{ kind: "menu", name: "Main menu", hears: true, tries: 3, noInput: "receptionist" },
        prompt: `Welcome to ${businessName}. For appointments press 1. If it is urgent, press 2. To leave a message, press 3.`,
        choices: [
          { key: "1", label: "Appointments", words: ["book", "appointment"], next: "receptionist" },
          { key: "2", label: "Urgent", words: ["emergency", "pain"], next: "urgent" },
          { key: "3", label: "Message", words: ["voicemail"], next: "message" },
        ],
      },
      receptionist: { kind: "receptionist" },
      urgent: {
        kind: "ring",
        name: "Whoever is on call",
        targetIds: [targetId],
        seconds: 25,
        noAnswer: "message",
      },
      closed: {
        kind: "say",
        name: "We are closed",
        text: `${businessName} is closed right now.`,
        next: "message",
      },
      message: {
        ...{ kind: "voicemail", maxSeconds: 120, next: "thanks" },
        greeting: "Please leave your name and number after the tone.",
      },
      thanks: {
        kind: "text",
        name: "Text: we call back",
        body: "Thank you for your message. We call you back.",
        next: "end",
      },
      end: { kind: "hang_up", text: "Goodbye." },
    },
  };
}
