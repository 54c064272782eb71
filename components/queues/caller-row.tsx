"use client";
import { Bot, Ellipsis, PhoneOff, Voicemail } from "lucide-react";
import Link from "next/link";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import { IconButton } from "@/components/ui/action/icon-button";
import { Avatar } from "@/components/ui/display/avatar";
import { PhoneNumber } from "@/components/ui/display/phone-number";
import { Menu, MenuItem } from "@/components/ui/overlay/dropdown-menu";
import type { QueueMove, WaitingCaller } from "@/lib/queues/schema";
import { RunningTime } from "./running-time";

type CallerRowProps = { caller: WaitingCaller; mayMove: boolean };

/** Somebody who waits: their place, who they are, how long, and what can be done for them. */
export function CallerRow({ caller, mayMove }: CallerRowProps) {
  const { save, isSaving } = useSave();
  const name = caller.name ?? "Somebody new";
  const take = () => void save(() => callApi("POST", `/api/v1/queues/waits/${caller.id}/taking`));
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <span className="tabular w-5 shrink-0 text-center font-semibold text-muted">
        <span className="sr-only">Place </span>
        {caller.position}
      </span>
      <span className="max-sm:hidden">
        <Avatar name={caller.name} />
      </span>
      <span className="min-w-0 flex-1">
        <Link href={`/calls/${caller.callId}`} className="block truncate font-semibold hover:underline">
          {name}
        </Link>
        <span className="flex flex-wrap gap-x-2 text-meta text-muted">
          <PhoneNumber e164={caller.address} />
          {caller.ringing.length > 0 ? (
            <span className="text-accent">Rings {caller.ringing.join(", ")}</span>
          ) : (
            <span className="max-sm:hidden">{beforeWords(caller.callsBefore)}</span>
          )}
        </span>
      </span>
      <span className="text-right text-title">
        <span className="sr-only">Waiting </span>
        <RunningTime since={caller.joinedAt} />
      </span>
      <Button size="sm" isLoading={isSaving} disabled={caller.ringing.length > 0} onClick={take}>
        Take<span className="sr-only"> {name}</span>
      </Button>
      {mayMove && <MoveMenu caller={caller} name={name} />}
    </li>
  );
}

function beforeWords(count: number): string {
  if (count === 0) return "Calls for the first time";
  return count === 1 ? "Called once before" : `Called ${count} times before`;
}

const moves = [
  { to: "voicemail", label: "Let them leave a message", icon: <Voicemail aria-hidden /> },
  { to: "receptionist", label: "Back to the receptionist", icon: <Bot aria-hidden /> },
  { to: "hang_up", label: "Say goodbye and hang up", icon: <PhoneOff aria-hidden /> },
] as const;

function MoveMenu({ caller, name }: { caller: WaitingCaller; name: string }) {
  const { save } = useSave();
  const move = (to: QueueMove["to"]) =>
    void save(() => callApi("PUT", `/api/v1/queues/waits/${caller.id}/place`, { body: { to } }));
  return (
    <Menu
      align="end"
      trigger={
        <IconButton size="sm" label={`Move ${name} out of the queue`} icon={<Ellipsis aria-hidden />} />
      }
    >
      {moves.map(({ to, label, icon }) => (
        <MenuItem key={to} icon={icon} tone={to === "hang_up" ? "bad" : undefined} onSelect={() => move(to)}>
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
