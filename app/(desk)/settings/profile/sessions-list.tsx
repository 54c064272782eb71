"use client";
import { MonitorSmartphone, Smartphone } from "lucide-react";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { Tag } from "@/components/ui/display/tag";
import { deviceWords, isHandheld, placeWords } from "./device-words";

type SessionRow = {
  id: string;
  lastSeenAt: Date;
  userAgent: string | null;
  address: string | null;
  isThisOne: boolean;
};

/** The reader's own sessions; each of the others can be ended. */
export function SessionsList({ sessions }: { sessions: SessionRow[] }) {
  return (
    <ul className="rounded-card border border-line">
      {sessions.map((session) => (
        <SessionItem key={session.id} session={session} />
      ))}
    </ul>
  );
}

function SessionItem({
  session: { id, lastSeenAt, userAgent, address, isThisOne },
}: {
  session: SessionRow;
}) {
  const { save, isSaving } = useSave();
  const device = deviceWords(userAgent);
  const Icon = isHandheld(userAgent) ? Smartphone : MonitorSmartphone;
  return (
    <li className="flex min-h-14 items-center gap-3 border-t border-line px-4 py-2 first:border-t-0">
      <Icon className="size-5 shrink-0 stroke-[1.6] text-muted" aria-hidden />
      <span className="grid min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{device}</span>
          {isThisOne && <Tag tone="good">This one</Tag>}
        </span>
        <span className="truncate text-meta text-muted">
          {address && `${placeWords(address)} · `}last used <RelativeTime at={lastSeenAt} form="long" />
        </span>
      </span>
      {!isThisOne && (
        <Button
          size="sm"
          isLoading={isSaving}
          aria-label={`Sign out ${device}`}
          onClick={() =>
            void save(() => callApi("DELETE", `/api/v1/me/sessions/${id}`), `${device} is signed out`)
          }
        >
          Sign out
        </Button>
      )}
    </li>
  );
}
