"use client";
import { FileUp } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/action/button";
import { cx } from "@/components/ui/cx";
import { Banner } from "@/components/ui/page/banner";
import type { ImportPreview } from "@/lib/imports/schema";

/** A place to drop a file on, or to choose one. */
export function ChooseFile({ onRead }: { onRead: (preview: ImportPreview) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string>();
  const [isReading, setIsReading] = useState(false);
  const [isOver, setIsOver] = useState(false);

  async function read(file: File | undefined) {
    if (!file) return;
    setIsReading(true);
    setProblem(undefined);
    const answer = await upload(file);
    setIsReading(false);
    if (typeof answer === "string") setProblem(answer);
    else onRead(answer);
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    void read(event.dataTransfer.files[0]);
  }

  return (
    <section aria-label="Choose a file" className="space-y-3">
      {problem && (
        <Banner tone="bad" title="This file could not be read.">
          {problem}
        </Banner>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
        className={cx(
          "flex flex-col items-center gap-3 rounded-card border border-dashed px-6 py-12 text-center",
          isOver ? "border-accent bg-accent-soft" : "border-line-strong bg-panel",
        )}
      >
        <FileUp className="size-7 text-accent" strokeWidth={1.6} aria-hidden />
        <p className="max-w-[46ch] text-balance text-muted">
          Drop a CSV file here. Every spreadsheet and phone book can save one; a column with phone numbers is
          all it needs.
        </p>
        <Button variant="primary" isLoading={isReading} onClick={() => field.current?.click()}>
          Choose a file
        </Button>
        <input
          ref={field}
          type="file"
          accept=".csv,.txt,.tsv,text/csv"
          aria-label="CSV file"
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
      </div>
    </section>
  );
}

async function upload(file: File): Promise<ImportPreview | string> {
  try {
    const response = await fetch("/api/v1/customer-imports", {
      method: "POST",
      headers: { "Content-Type": "text/csv", "X-File-Name": encodeURIComponent(file.name) },
      body: file,
    });
    const answer = await response.json();
    return response.ok ? answer : String(answer.detail ?? "Try again.");
  } catch {
    return "The server could not be reached. Check your connection and try again.";
  }
}
