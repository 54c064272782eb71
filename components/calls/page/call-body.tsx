"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isLive } from "@/components/calls/call-words";
import { tracesQuery } from "@/components/calls/data/queries";
import { CallSummary } from "@/components/calls/page/call-summary";
import { ListenPanel } from "@/components/calls/page/listen-panel";
import { Transcript } from "@/components/calls/page/transcript";
import { Xray } from "@/components/calls/xray/xray";
import { Tabs } from "@/components/ui/page/tabs";
import type { CallView } from "@/lib/calls/schema";

type CallBodyProps = { call: CallView; isXray: boolean };

/** The main column: summary on top, below it the conversation or its X-ray. */
export function CallBody({ call, isXray }: CallBodyProps) {
  const { data: traces = [] } = useQuery(tracesQuery(call.id));
  const [view, setView] = useState(isXray ? "xray" : "said");
  const sound = call.recordings.find(({ state }) => state === "stored") ?? call.recordings[0];

  function show(next: string) {
    setView(next);
    window.history.replaceState(null, "", next === "xray" ? "?view=xray" : window.location.pathname);
  }

  return (
    <div className="min-w-0">
      <CallSummary call={call} onXray={() => show("xray")} />
      <div className="mt-6">
        <Tabs
          label="Parts of the call"
          value={view}
          onValueChange={show}
          tabs={[
            {
              value: "said",
              label: isLive(call) ? "What is being said" : "What was said",
              content: sound ? (
                <ListenPanel call={call} traces={traces} recording={sound} />
              ) : (
                <Transcript call={call} traces={traces} />
              ),
            },
            {
              value: "xray",
              label: "X-ray",
              count: traces.length,
              content: <Xray call={call} traces={traces} />,
            },
          ]}
        />
      </div>
    </div>
  );
}
