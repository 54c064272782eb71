"use client";
import { useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { importsQuery } from "@/components/customers/data/import-queries";
import { request } from "@/components/query/request";
import { Button } from "@/components/ui/action/button";
import { ProgressBar } from "@/components/ui/display/progress-bar";
import { RelativeTime } from "@/components/ui/display/relative-time";
import { Tag, type TagTone } from "@/components/ui/display/tag";
import type { ImportView } from "@/lib/imports/schema";

/** Imports with what became of their rows; one that runs goes on when the page is closed. */
export function ImportList({ imports }: { imports: ImportView[] }) {
  if (imports.length === 0) return null;
  return (
    <section aria-label="Imports">
      <h2 className="mb-2 text-title">Imports</h2>
      <ul className="space-y-3">
        {imports.map((one) => (
          <li key={one.id} className="rounded-card border border-line bg-panel p-4">
            <Import one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const faces: Record<ImportView["state"], { tone: TagTone; word: string }> = {
  draft: { tone: "plain", word: "Not started" },
  running: { tone: "accent", word: "Running" },
  done: { tone: "good", word: "Done" },
  cancelled: { tone: "quiet", word: "Stopped" },
  failed: { tone: "bad", word: "Ended early" },
};

function Import({ one }: { one: ImportView }) {
  const queries = useQueryClient();
  const { counts } = one;
  const missed = counts.failed + counts.duplicate;
  async function stop() {
    await request("DELETE", `/api/v1/customer-imports/${one.id}`).catch(() => undefined);
    await queries.invalidateQueries(importsQuery);
  }
  return (
    <div className="space-y-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-40 flex-1">
          <span className="font-semibold">{one.fileName}</span>{" "}
          <span className="text-meta text-muted">
            <RelativeTime at={one.createdAt} form="long" />
          </span>
        </p>
        <Tag tone={faces[one.state].tone}>{faces[one.state].word}</Tag>
        {one.state === "running" && (
          <Button size="sm" onClick={() => void stop()}>
            Stop
          </Button>
        )}
      </div>
      {one.state === "running" && (
        <ProgressBar label={`Importing ${one.fileName}`} value={one.bytesDone} max={one.bytes} />
      )}
      <p className="tabular text-small text-muted">
        {one.rowsDone.toLocaleString("en")} rows: {countWords(counts)}
      </p>
      {one.problem && <p className="text-small text-bad">{one.problem}</p>}
      {missed > 0 && one.state !== "running" && (
        <a
          href={`/api/v1/customer-imports/${one.id}/problems`}
          className="inline-flex items-center gap-1.5 text-small text-accent underline-offset-2 hover:underline pointer-coarse:py-2.5"
        >
          <Download className="size-4" aria-hidden />
          {missed === 1
            ? "The row that was not taken"
            : `The ${missed.toLocaleString("en")} rows that were not taken`}
          , with reasons
        </a>
      )}
    </div>
  );
}

function countWords(counts: ImportView["counts"]): string {
  const words = [
    [counts.created, "new"],
    [counts.updated, "filled in"],
    [counts.unchanged, "known already"],
    [counts.duplicate, "twice in the file"],
    [counts.failed, "not taken"],
  ] as const;
  return (
    words
      .filter(([count]) => count > 0)
      .map(([count, word]) => `${count.toLocaleString("en")} ${word}`)
      .join(", ") || "none yet"
  );
}
