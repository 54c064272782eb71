import { CircleAlert, FileText, X } from "lucide-react";
import { sizeWords } from "@/components/inbox/media/size-words";
import { cx } from "@/components/ui/cx";
import type { Attachment } from "./draft-store";

type AttachmentRowProps = { attachments: readonly Attachment[]; onRemove: (key: string) => void };

/** The files that go with the message, how far each is, and taking one out. */
export function AttachmentRow({ attachments, onRemove }: AttachmentRowProps) {
  if (attachments.length === 0) return null;
  return (
    <ul aria-label="Attached files" className="flex flex-wrap gap-2 px-3 pt-1 pb-2">
      {attachments.map((attachment) => (
        <li
          key={attachment.key}
          className={cx(
            "relative flex h-14 w-52 items-center gap-2.5 overflow-hidden rounded-card border bg-panel pr-9 pl-2",
            attachment.state === "failed" ? "border-bad" : "border-line-strong",
          )}
        >
          <Face attachment={attachment} />
          <span className="min-w-0 flex-1 text-small">
            <span className="block truncate font-medium">{attachment.name}</span>
            <span
              className={cx(
                "tabular block truncate text-meta",
                attachment.state === "failed" ? "text-bad" : "text-muted",
              )}
            >
              {stateWords(attachment)}
            </span>
          </span>
          <button
            type="button"
            aria-label={`Remove ${attachment.name}`}
            onClick={() => onRemove(attachment.key)}
            className="absolute top-1 right-1 grid size-7 place-items-center rounded-control text-muted after:absolute after:-inset-2 hover:bg-selection hover:text-text"
          >
            <X className="size-4" aria-hidden />
          </button>
          {attachment.state === "uploading" && (
            <progress
              aria-label={`Uploading ${attachment.name}`}
              max={1}
              value={attachment.progress}
              className="absolute inset-x-0 bottom-0 h-[3px] w-full appearance-none bg-selection [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-selection [&::-webkit-progress-value]:bg-accent"
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Face({ attachment: { previewUrl, state } }: { attachment: Attachment }) {
  if (state === "failed") return <CircleAlert className="size-5 shrink-0 text-bad" aria-hidden />;
  if (!previewUrl) return <FileText className="size-5 shrink-0 text-muted" aria-hidden />;
  // biome-ignore lint/performance/noImgElement: a picture that is only in this browser
  return <img src={previewUrl} alt="" className="size-10 shrink-0 rounded-tag object-cover" />;
}

function stateWords({ state, progress, bytes, problem }: Attachment): string {
  if (state === "failed") return problem ?? "Upload failed";
  return state === "uploading" ? `${Math.round(progress * 100)} %` : sizeWords(bytes);
}
