"use client";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";

/** Gives a failed job all its attempts again. */
export function RetryJobButton({ id, kind }: { id: string; kind: string }) {
  const { save, isSaving } = useSave();
  return (
    <Button
      size="sm"
      aria-label={`Retry ${kind}`}
      isLoading={isSaving}
      onClick={() => save(() => callApi("POST", `/api/v1/platform/jobs/${id}/retries`), "The job runs again")}
    >
      Retry
    </Button>
  );
}
