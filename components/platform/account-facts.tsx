import type { ReactNode } from "react";
import { phoneFace } from "@/components/ui/display/phone-face";
import { RelativeTime } from "@/components/ui/display/relative-time";
import type { PlatformAccountView } from "@/lib/connections/schema";

/** What may be shown of an account: its id, and of what is secret the last four characters. */
export function AccountFacts({ account }: { account: PlatformAccountView }) {
  const { accountId, hints, fields, fromNumber, pool, verifiedAt } = account;
  const secrets = fields.filter(({ name, secret }) => secret && hints[name]);
  return (
    <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      <Fact name="Account">
        <code className="font-mono text-small break-all">{accountId}</code>
      </Fact>
      {secrets.map(({ name, label }) => (
        <Fact key={name} name={label}>
          <code className="font-mono text-small">••••{hints[name]}</code>
        </Fact>
      ))}
      <Fact name="Shared number">{fromNumber ? phoneFace(fromNumber) : "none"}</Fact>
      {pool && <Fact name="Messaging Service">{pool}</Fact>}
      {verifiedAt && (
        <Fact name="Checked">
          <RelativeTime at={verifiedAt} form="long" />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-meta text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
