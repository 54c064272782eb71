import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireViewerWho } from "@/app/viewer";
import { FlowBuilder } from "@/components/flows/flow-builder";
import { getFlow } from "@/lib/flows";
import { AppError } from "@/lib/kernel/errors";

export const metadata: Metadata = { title: "Flow" };

type FlowPageProps = { params: Promise<{ id: string }> };

export default async function FlowPage({ params }: FlowPageProps) {
  const { ctx } = await requireViewerWho("flows.manage");
  const { id } = await params;
  const flow = await getFlow(ctx, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  return <FlowBuilder key={flow.id} flow={flow} />;
}
