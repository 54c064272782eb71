import { env } from "@/lib/env";
import { openApiDocument } from "@/lib/openapi";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "public" }, () => openApiDocument(env.publicUrl));
