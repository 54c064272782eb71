import { CircleAlert, Download, FileText } from "lucide-react";
import { sizeWords } from "@/components/inbox/media/size-words";
import { Skeleton } from "@/components/ui/display/skeleton";
import type { MediaView } from "@/lib/messages/schema";

/** Sound, film or another file of a message, or why it is not here. */
export function MediaFile({ media }: { media: MediaView }) {
  const { contentType, state, url } = media;
  if (state === "waiting") return <Waiting isPicture={contentType.startsWith("image/")} />;
  if (state !== "stored") return <Missing media={media} />;
  if (contentType.startsWith("audio/"))
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody has written down what a customer said
      <audio controls preload="metadata" src={url} className="h-11 w-72 max-w-full" />
    );
  if (contentType.startsWith("video/"))
    return (
      // biome-ignore lint/a11y/useMediaCaption: a customer's film has none
      <video controls preload="metadata" src={url} className="h-52 w-80 max-w-full rounded-float bg-rail" />
    );
  return (
    <a
      href={url}
      download={media.fileName ?? true}
      className="flex w-72 max-w-full items-center gap-3 rounded-card border border-line bg-panel px-3 py-2.5 hover:bg-hover"
    >
      <FileText className="size-5 shrink-0 text-muted" aria-hidden />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{media.fileName ?? typeWord(contentType)}</span>
        <span className="tabular text-meta text-muted">
          {[typeWord(contentType), sizeWords(media.bytes)].filter(Boolean).join(" · ")}
        </span>
      </span>
      <Download className="size-4 shrink-0 text-muted" aria-hidden />
    </a>
  );
}

function Waiting({ isPicture }: { isPicture: boolean }) {
  return (
    <div role="status">
      <span className="sr-only">Fetching the file from the carrier…</span>
      <Skeleton className={isPicture ? "h-45 w-60 rounded-float" : "h-14 w-72"} />
    </div>
  );
}

function Missing({ media }: { media: MediaView }) {
  return (
    <p className="flex w-72 max-w-full items-start gap-2 rounded-card border border-line bg-panel px-3 py-2.5 text-small text-muted">
      <CircleAlert className="mt-0.5 size-4 shrink-0 text-warn" aria-hidden />
      <span>
        {typeWord(media.contentType)} not shown: {media.reason ?? "it could not be fetched from the carrier"}.
      </span>
    </p>
  );
}

function typeWord(contentType: string): string {
  const [kind, detail = ""] = contentType.split("/");
  const words: Record<string, string> = { image: "Picture", audio: "Sound", video: "Film" };
  return words[kind ?? ""] ?? (/vcard/.test(detail) ? "Contact card" : detail.toUpperCase() || "File");
}
