"use client";
import { ChevronLeft, ChevronRight, Download, X } from "lucide-react";
import { Dialog } from "radix-ui";
import type { KeyboardEvent } from "react";
import type { MediaView } from "@/lib/messages/schema";

type LightboxProps = {
  picture: MediaView;
  pictures: MediaView[];
  onShow: (picture: MediaView | undefined) => void;
};

const buttonClass =
  "grid size-11 place-items-center rounded-full bg-rail text-rail-text hover:bg-rail-selection disabled:opacity-40";

/** One picture, as large as the window; arrows show the message's others. */
export function Lightbox({ picture, pictures, onShow }: LightboxProps) {
  const place = pictures.findIndex(({ id }) => id === picture.id);
  const step = (by: number) => {
    const next = pictures[place + by];
    if (next) onShow(next);
  };
  function onKey(event: KeyboardEvent) {
    if (event.key === "ArrowRight") step(1);
    if (event.key === "ArrowLeft") step(-1);
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onShow(undefined)}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-fade bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          onKeyDown={onKey}
          className="fixed inset-0 z-50 flex animate-fade flex-col focus:outline-none"
        >
          <Dialog.Title className="sr-only">{picture.fileName ?? "Picture"}</Dialog.Title>
          <div className="flex justify-end gap-2 p-4">
            <a href={picture.url} download={picture.fileName ?? true} className={buttonClass}>
              <Download className="size-5" aria-hidden />
              <span className="sr-only">Download</span>
            </a>
            <Dialog.Close className={buttonClass} aria-label="Close">
              <X className="size-5" aria-hidden />
            </Dialog.Close>
          </div>
          <div className="flex min-h-0 flex-1 items-center justify-center px-4 pb-6">
            {/* biome-ignore lint/performance/noImgElement: served by our own authorised route */}
            <img
              src={picture.url}
              alt={picture.fileName ?? ""}
              className="max-h-full max-w-full rounded-card object-contain shadow-dialog"
            />
          </div>
          {pictures.length > 1 && (
            <div className="flex items-center justify-center gap-3 pb-6">
              <button
                type="button"
                aria-label="Previous picture"
                disabled={place === 0}
                onClick={() => step(-1)}
                className={buttonClass}
              >
                <ChevronLeft className="size-5" aria-hidden />
              </button>
              <button
                type="button"
                aria-label="Next picture"
                disabled={place === pictures.length - 1}
                onClick={() => step(1)}
                className={buttonClass}
              >
                <ChevronRight className="size-5" aria-hidden />
              </button>
            </div>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
