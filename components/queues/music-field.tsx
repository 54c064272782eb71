"use client";
import { Music, Upload } from "lucide-react";
import { useRef } from "react";
import type { ApiAnswer } from "@/components/api/call-api";
import { callApi } from "@/components/api/call-api";
import { useSave } from "@/components/api/use-save";
import { Button } from "@/components/ui/action/button";
import type { QueueView } from "@/lib/queues/schema";

type MusicFieldProps = { queue: QueueView; src: string };

/** What callers hear between words: our own music or a file. It applies at once. */
export function MusicField({ queue, src }: MusicFieldProps) {
  const file = useRef<HTMLInputElement>(null);
  const { save, isSaving } = useSave();
  const { music } = queue.settings;
  const path = `/api/v1/queues/${queue.id}/music`;
  const upload = async (chosen: File | undefined) => {
    if (chosen) await save(() => sendFile(path, chosen), "Callers hear it from the next round on.");
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="flex items-center gap-2">
        <Music className="size-4 text-muted" aria-hidden />
        {music.kind === "file" ? music.name : "Trunkline's own calm music"}
      </p>
      {/* biome-ignore lint/a11y/useMediaCaption: music without words */}
      <audio key={src} controls preload="none" src={src} className="w-full max-w-96" />
      <div className="flex flex-wrap gap-2">
        <input
          ref={file}
          type="file"
          accept=".wav,.mp3,audio/wav,audio/mpeg"
          className="hidden"
          aria-label="Sound file"
          onChange={(event) => void upload(event.target.files?.[0])}
        />
        <Button
          size="sm"
          icon={<Upload aria-hidden />}
          isLoading={isSaving}
          onClick={() => file.current?.click()}
        >
          Use a file of your own
        </Button>
        {music.kind === "file" && (
          <Button
            size="sm"
            variant="ghost"
            onClick={() => void save(() => callApi("DELETE", path), "Back to our own music.")}
          >
            Use the built-in music
          </Button>
        )}
      </div>
      <p className="text-meta text-muted">
        WAV or MP3, up to 6 MB. Words come when it has played to its end, so half a minute is best.
      </p>
    </div>
  );
}

async function sendFile(path: string, file: File): Promise<ApiAnswer<unknown>> {
  const lost = {
    status: 0,
    code: "unreachable",
    detail: "The file could not be sent. Try again.",
    errors: [],
  };
  const response = await fetch(path, {
    ...{ method: "PUT", body: file },
    headers: {
      "Content-Type": file.type || "application/octet-stream",
      "X-File-Name": encodeURIComponent(file.name),
    },
  }).catch(() => null);
  if (response?.ok) return { ok: true, data: undefined };
  const problem: unknown = await response?.json().catch(() => null);
  const detail =
    problem && typeof problem === "object" && "detail" in problem ? String(problem.detail) : lost.detail;
  return { ok: false, problem: { ...lost, detail } };
}
