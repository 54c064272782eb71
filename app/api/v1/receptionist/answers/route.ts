import { saveAnswers } from "@/lib/receptionist";
import { KnownAnswers } from "@/lib/receptionist/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route({ can: "receptionist.manage", body: KnownAnswers }, ({ ctx, body }) =>
  saveAnswers(ctx, body),
);
