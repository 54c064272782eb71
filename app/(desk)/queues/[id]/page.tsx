import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireViewerWho } from "@/app/viewer";
import { QueueForm } from "@/components/queues/queue-form";
import { AppError } from "@/lib/kernel/errors";
import { getQueue } from "@/lib/queues";
import { readCallRoutings } from "@/lib/setup";

export const metadata: Metadata = { title: "Queue" };

type QueuePageProps = { params: Promise<{ id: string }> };

export default async function QueuePage({ params }: QueuePageProps) {
  const { ctx } = await requireViewerWho("flows.manage");
  const { id } = await params;
  const queue = await getQueue(ctx, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  const { targets } = await readCallRoutings(ctx);
  const { music, everySeconds } = queue.settings;
  const src = music.kind === "file" ? `${ctx.tenantId}/${music.id}` : `built-in/${everySeconds}`;
  return (
    <QueueForm
      key={queue.id}
      queue={queue}
      people={targets.map((target) => ({ id: target.id, label: target.label }))}
      musicSrc={`/api/hold-music/${src}`}
    />
  );
}
