"use client";
import { useQuery } from "@tanstack/react-query";
import { Hourglass } from "lucide-react";
import { EmptyState } from "@/components/ui/page/empty-state";
import { PageBody, PageHead } from "@/components/ui/page/page-head";
import { boardQuery, useLiveQueues } from "./board-query";
import { NewQueueButton } from "./new-queue-button";
import { QueueCard } from "./queue-card";

/** Who waits and who is where, live. */
export function QueueBoard({ mayManage }: { mayManage: boolean }) {
  useLiveQueues();
  const { data } = useQuery(boardQuery);
  if (!data) return null;
  const { queues } = data;
  return (
    <>
      <PageHead title="Queues" actions={mayManage && queues.length > 0 && <NewQueueButton />} />
      <PageBody>
        {queues.length === 0 ? (
          <EmptyState
            icon={<Hourglass aria-hidden />}
            title="Nobody has to hang up because you are busy"
            action={mayManage && <NewQueueButton />}
          >
            In a queue callers wait with music, hear how long it takes, and are given to whoever is free.
          </EmptyState>
        ) : (
          <div className="flex flex-col gap-5">
            {queues.map((queue) => (
              <QueueCard key={queue.id} queue={queue} mayManage={mayManage} />
            ))}
          </div>
        )}
      </PageBody>
    </>
  );
}
