"use client";
import { useQuery } from "@tanstack/react-query";
import { Phone } from "lucide-react";
import { z } from "zod";
import { callApi } from "@/components/api/call-api";
import { callerFace } from "@/components/calls/caller-face";
import { useDial } from "@/components/softphone/use-dial";
import { IconButton } from "@/components/ui/action/icon-button";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { toast } from "@/components/ui/overlay/toast";

const RecentCall = z.object({
  id: z.string(),
  direction: z.enum(["inbound", "outbound"]),
  from: z.string(),
  to: z.string(),
  customerName: z.string().nullable(),
  startedAt: z.string(),
});
const RecentPage = z.object({ data: z.array(RecentCall) });

/** The last few calls of the business, each a click away. */
export function RecentCalls({ onDone }: { onDone: () => void }) {
  const { data: recent = [] } = useQuery({
    queryKey: ["recent-calls"],
    staleTime: 0,
    queryFn: async () => {
      const answer = await callApi("GET", "/api/v1/calls?limit=5", { answer: RecentPage });
      return answer.ok ? answer.data.data : [];
    },
  });
  const { dial, isBusy } = useDial();
  const call = async (number: string) => {
    const problem = await dial(number);
    if (problem) toast.error(problem);
    else onDone();
  };
  if (recent.length === 0) return null;
  return (
    <section aria-label="Recent calls" className="border-t border-line pt-2">
      <ul>
        {recent.map(({ id, startedAt, ...ends }) => {
          const { title: name, number: other } = callerFace(ends);
          return (
            <li key={id} className="flex items-center gap-2 py-1">
              <span className="min-w-0 flex-1 truncate text-small">{name}</span>
              <span className="text-meta text-muted">
                <RelativeTime at={startedAt} form="short" />
              </span>
              {other.startsWith("+") && (
                <IconButton
                  size="sm"
                  label={`Call ${name}`}
                  disabled={isBusy}
                  icon={<Phone aria-hidden />}
                  onClick={() => call(other)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
