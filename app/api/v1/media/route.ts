import { readUpload } from "@/lib/http";
import { uploadMedia } from "@/lib/messages";
import { route } from "@/lib/wiring/route";

export const POST = route({ can: "messages.send", status: 201 }, async ({ ctx, request }) =>
  uploadMedia(ctx, await readUpload(request)),
);
