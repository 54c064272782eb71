"use client";
import { Sparkles } from "lucide-react";
import { useDesk } from "@/components/inbox/inbox-context";
import { ClockTime } from "@/components/inbox/thread/clock-time";
import { stateOf } from "@/components/inbox/thread/delivery";
import { ChannelIcon, channelWord } from "@/components/ui/display/channel-icon";
import { StateBadge } from "@/components/ui/display/state-badge";
import type { MessageView } from "@/lib/messages/schema";

/** Under a run of messages: who, how, when, and how far it got. */
export function MessageMeta({ entry }: { entry: MessageView }) {
  const state = entry.direction === "outbound" ? stateOf(entry.status) : null;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-1.5 px-0.5 text-meta text-muted">
      {entry.direction === "inbound" ? (
        <>
          <ChannelIcon channel={entry.channel} isDecorative />
          <span>{channelWord(entry.channel)}</span>
        </>
      ) : (
        <Author entry={entry} />
      )}
      <Dot />
      <ClockTime at={entry.at} />
      {state && (
        <>
          <Dot />
          <StateBadge state={state.face} word={state.word} isInline />
        </>
      )}
    </p>
  );
}

function Author({ entry: { author, channel } }: { entry: MessageView }) {
  const { userId, members } = useDesk();
  const known = members.find((member) => member.userId === author.id)?.name;
  return (
    <span className="inline-flex items-center gap-1.5">
      {author.kind === "assistant" && <Sparkles className="size-3.5 text-accent" aria-hidden />}
      <span>{author.id === userId ? "You" : (author.name ?? known ?? authorWords[author.kind] ?? "We")}</span>
      {channel === "whatsapp" && <ChannelIcon channel="whatsapp" />}
    </span>
  );
}

const authorWords: Record<string, string> = {
  assistant: "Receptionist",
  automation: "Automation",
  api: "API",
  system: "Trunkline",
  member: "Colleague",
};

function Dot() {
  return <span aria-hidden>·</span>;
}
