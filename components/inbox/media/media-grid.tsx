"use client";
import { useState } from "react";
import { Lightbox } from "@/components/inbox/media/lightbox";
import { MediaFile } from "@/components/inbox/media/media-file";
import { cx } from "@/components/ui/cx";
import type { MediaView } from "@/lib/messages/schema";

/** Pictures and files of a message. Boxes have their size before anything is loaded, so nothing jumps. */
export function MediaGrid({ media, isOwn }: { media: MediaView[]; isOwn: boolean }) {
  const [shown, setShown] = useState<MediaView>();
  const pictures = media.filter(isPicture);
  return (
    <div className={cx("mb-1 flex max-w-full flex-col gap-1", isOwn ? "items-end" : "items-start")}>
      {pictures.length > 0 && (
        <div className={cx("grid gap-1", pictures.length > 1 && "grid-cols-2")}>
          {pictures.map((picture) => (
            <button
              key={picture.id}
              type="button"
              onClick={() => setShown(picture)}
              aria-label={`Open picture ${picture.fileName ?? ""}`.trim()}
              className={cx(
                "overflow-hidden rounded-float border border-line bg-selection",
                pictures.length > 1 ? "size-36" : "h-45 w-60",
              )}
            >
              {/* biome-ignore lint/performance/noImgElement: served by our own authorised route, already small */}
              <img src={picture.url} alt="" loading="lazy" className="size-full object-cover" />
            </button>
          ))}
        </div>
      )}
      {media
        .filter((each) => !isPicture(each))
        .map((each) => (
          <MediaFile key={each.id} media={each} />
        ))}
      {shown && <Lightbox picture={shown} pictures={pictures} onShow={setShown} />}
    </div>
  );
}

function isPicture({ contentType, state }: MediaView): boolean {
  return state === "stored" && /^image\/(png|jpe?g|gif|webp)/.test(contentType);
}
