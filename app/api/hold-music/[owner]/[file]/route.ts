import { sendFile } from "@/lib/http";
import { openMusic } from "@/lib/queues";
import { MusicParams } from "@/lib/queues/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "public", params: MusicParams }, async ({ params }) =>
  sendFile(await openMusic(params)),
);
