import { sendFile } from "@/lib/http";
import { openLinkedMedia } from "@/lib/messages";
import { MediaLink } from "@/lib/messages/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "public", params: MediaLink }, async ({ params }) =>
  sendFile(await openLinkedMedia(params)),
);
