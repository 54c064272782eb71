import { cache } from "react";
import { requireViewer } from "@/app/viewer";
import { readLivePosition } from "@/lib/inbox";

/** Where the live stream stood before anything of this page was read; asked once per page, by the frame and the page. */
export const positionOfPage = cache(async (): Promise<string | null> => {
  const { ctx } = await requireViewer();
  return readLivePosition(ctx);
});
