import { requirePassed } from "@/lib/gate";
import { IdParams } from "@/lib/http";
import { cancelScheduled, changeSchedule } from "@/lib/messages";
import { ChangeSchedule } from "@/lib/messages/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route(
  { can: "messages.send", params: IdParams, body: ChangeSchedule },
  async ({ ctx, params, body }) => {
    const { ok: _, ...schedule } = requirePassed(await changeSchedule(ctx, { ...params, ...body }));
    return schedule;
  },
);

export const DELETE = route({ can: "messages.send", params: IdParams }, ({ ctx, params }) =>
  cancelScheduled(ctx, params),
);
