"use client";
import { PlugZap } from "lucide-react";
import { StateBadge } from "@/components/ui/display/state-badge";
import { Tag } from "@/components/ui/display/tag";
import { EmptyState } from "@/components/ui/page/empty-state";
import type { CredentialField } from "@/lib/carriers/schema";
import type { ConnectionView } from "@/lib/connections/schema";
import { ConnectionActions } from "./connection-actions";

const scopes = { platform: "This installation", tenant: "Whole business", user: "Only you" };

type ConnectionCardsProps = {
  connections: ConnectionView[];
  secretFields: Record<string, CredentialField[]>;
  mayManage: boolean;
};

/** Every account with its state and what can be done about it. */
export function ConnectionCards({ connections, secretFields, mayManage }: ConnectionCardsProps) {
  if (connections.length === 0)
    return (
      <EmptyState icon={<PlugZap aria-hidden />} title="No account yet">
        Connect one below, and calls and texts arrive here.
      </EmptyState>
    );
  return (
    <ul className="flex flex-col gap-3">
      {connections.map((connection) => (
        <li
          key={connection.id ?? connection.carrier}
          className="rounded-card border border-line bg-panel p-4 md:p-5"
        >
          <ConnectionFacts connection={connection} />
          {mayManage && connection.id && (
            <ConnectionActions
              connection={{ ...connection, id: connection.id }}
              secretFields={secretFields[connection.carrier] ?? []}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function ConnectionFacts({ connection }: { connection: ConnectionView }) {
  const { label, carrierLabel, scope, accountId, hints, problem, verification, overlapUntil } = connection;
  const isBroken = connection.status === "broken";
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 className="text-title">{label}</h3>
        <StateBadge state={isBroken ? "broken" : "working"} />
        <Tag tone="quiet">{scopes[scope]}</Tag>
      </div>
      <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-small text-muted">
        <Fact name="Carrier">{carrierLabel}</Fact>
        {accountId && <Fact name="Account">{`…${accountId.slice(-4)}`}</Fact>}
        {hints.authToken && <Fact name="Token">{`…${hints.authToken}`}</Fact>}
        {connection.pool && <Fact name="Messaging Service">{`…${connection.pool.slice(-4)}`}</Fact>}
        {overlapUntil && (
          <Fact name="Old token believed until">
            {`${new Date(overlapUntil).toISOString().slice(0, 16).replace("T", " ")} UTC`}
          </Fact>
        )}
      </dl>
      {problem && <p className="mt-2 text-small text-bad">{problem}</p>}
      {verification === "optional" && (
        <p className="mt-2 text-small text-warn">
          Webhooks are believed without a signature. Fine for a demo only.
        </p>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div className="flex gap-1.5">
      <dt>{name}</dt>
      <dd className="tabular font-medium text-text">{children}</dd>
    </div>
  );
}
