import { changeChannel } from "@/lib/numbers";
import { ChannelChange, ChannelParams } from "@/lib/numbers/schema";
import { route } from "@/lib/wiring/route";

export const PATCH = route(
  { can: "numbers.manage", params: ChannelParams, body: ChannelChange },
  ({ ctx, params, body }) => changeChannel(ctx, params, body),
);
