"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { z } from "zod";
import { callApi } from "@/components/api/call-api";
import { sentenceOf } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { Dialog } from "@/components/ui/overlay/dialog";
import { toast } from "@/components/ui/overlay/toast";
import { Banner } from "@/components/ui/page/banner";

const Outcome = z.object({
  isDone: z.boolean(),
  left: z.array(
    z.object({ kind: z.string(), name: z.string(), sid: z.string().nullable(), why: z.string() }),
  ),
});
type Left = z.output<typeof Outcome>["left"];

/** Takes an account away and says what could not be removed at the carrier. */
export function DisconnectDialog({ id, label, onClose }: { id: string; label: string; onClose: () => void }) {
  const [failure, setFailure] = useState<string | null>(null);
  const [left, setLeft] = useState<Left>([]);
  const [isWorking, setIsWorking] = useState(false);
  const router = useRouter();
  const wasTried = failure !== null || left.length > 0;

  async function disconnect(isForced: boolean) {
    setIsWorking(true);
    const path = `/api/v1/integrations/${id}${isForced ? "?force=true" : ""}`;
    const answer = await callApi("DELETE", path, { answer: Outcome });
    setIsWorking(false);
    if (!answer.ok) return setFailure(sentenceOf(answer.problem));
    setFailure(null);
    setLeft(answer.data.left);
    if (!answer.data.isDone) return;
    toast.success(`${label} is disconnected`);
    onClose();
    router.refresh();
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Disconnect ${label}?`}
      description="Application, key and webhooks that were made at the carrier are removed, and its numbers leave this desk. Conversations stay."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {wasTried && (
            <Button onClick={() => disconnect(true)} isLoading={isWorking}>
              Disconnect all the same
            </Button>
          )}
          <Button variant="danger" onClick={() => disconnect(false)} isLoading={isWorking}>
            {wasTried ? "Try again" : "Disconnect"}
          </Button>
        </>
      }
    >
      {failure && <Banner tone="bad" title={failure} />}
      {left.length > 0 && (
        <Banner tone="warn" title="Still at the carrier">
          <ul className="mt-1 list-disc pl-4">
            {left.map((one) => (
              <li
                key={one.kind + one.name}
              >{`${one.name} (${one.kind}${one.sid ? `, ${one.sid}` : ""}): ${one.why}`}</li>
            ))}
          </ul>
        </Banner>
      )}
    </Dialog>
  );
}
