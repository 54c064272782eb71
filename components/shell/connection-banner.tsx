"use client";
import { RefreshCw, WifiOff } from "lucide-react";

export type Connection = "live" | "reconnecting" | "offline";

/** Says when the screen is not live; keeps quiet otherwise. */
export function ConnectionBanner({ connection }: { connection: Connection }) {
  return (
    <div role="status" className="shrink-0">
      {connection !== "live" && (
        <p className="flex animate-fade items-center justify-center gap-2 bg-warn-soft px-4 py-1.5 text-small font-medium text-warn">
          {connection === "offline" ? (
            <WifiOff className="size-4" aria-hidden />
          ) : (
            <RefreshCw className="size-4" aria-hidden />
          )}
          {connection === "offline"
            ? "You're offline. What you see may be old; it catches up by itself."
            : "Reconnecting… New messages show up as soon as the line is back."}
        </p>
      )}
    </div>
  );
}
