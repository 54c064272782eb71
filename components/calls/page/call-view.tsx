"use client";
import { useQuery } from "@tanstack/react-query";
import { isLive } from "@/components/calls/call-words";
import { callQuery } from "@/components/calls/data/queries";
import { useLiveCall } from "@/components/calls/data/use-live-calls";
import { CallBody } from "@/components/calls/page/call-body";
import { CallFacts } from "@/components/calls/page/call-facts";
import { CallHead } from "@/components/calls/page/call-head";
import { PageBody } from "@/components/ui/page/page-head";

type CallPageViewProps = { id: string; timezone: string; isXray: boolean };

/** One call: what it was, how it sounded, what was said and everything that happened in it. */
export function CallPageView({ id, timezone, isXray }: CallPageViewProps) {
  useLiveCall(id);
  const { data: call } = useQuery(callQuery(id));
  if (!call) return null;
  return (
    <>
      <CallHead call={call} />
      <PageBody>
        <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_288px]">
          <CallBody key={isLive(call) ? "live" : "over"} call={call} isXray={isXray} />
          <CallFacts call={call} timezone={timezone} />
        </div>
      </PageBody>
    </>
  );
}
