"use client";
import { useRouter } from "next/navigation";
import { useLiveStream } from "@/components/live/use-live-stream";

/** Shows the page anew when a rule has done something, or was changed by somebody else. */
export function RefreshOnRun() {
  const router = useRouter();
  useLiveStream(({ kind }) => {
    if (kind === "automation.ran" || kind === "automation.changed") router.refresh();
  });
  return null;
}
