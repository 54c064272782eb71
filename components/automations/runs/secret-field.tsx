"use client";
import { useState } from "react";
import { Refused, request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { CopyField } from "@/components/ui/display/copy-field";
import { toast } from "@/components/ui/overlay/toast";

/** The secret that a rule's webhooks are signed with, shown when asked for. */
export function SecretField({ id }: { id: string }) {
  const [secret, setSecret] = useState<string | null>(null);
  const [isLoading, setIsLoading] = useState(false);

  async function show() {
    setIsLoading(true);
    try {
      setSecret((await request<{ secret: string }>("GET", `/api/v1/automations/${id}/secret`)).secret);
    } catch (error) {
      toast.error(error instanceof Refused ? error.message : "The secret could not be read.");
    } finally {
      setIsLoading(false);
    }
  }

  return (
    <section aria-label="Webhook secret" className="rounded-card border border-line bg-panel p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 flex-1 basis-64 text-small text-muted">
          This rule calls a webhook. Check its signature with this secret, as standardwebhooks.com describes
          it.
        </p>
        {secret === null ? (
          <Button size="sm" isLoading={isLoading} onClick={() => void show()}>
            Show the secret
          </Button>
        ) : (
          <div className="min-w-0 flex-1 basis-72">
            <CopyField label="Secret" value={secret} />
          </div>
        )}
      </div>
    </section>
  );
}
