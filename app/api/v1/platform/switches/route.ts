import { turnSwitches } from "@/lib/platform";
import { readSwitches } from "@/lib/switches";
import { SwitchesChange } from "@/lib/switches/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "super_admin" }, () => readSwitches());

export const PATCH = route({ can: "super_admin", body: SwitchesChange }, ({ ctx, body }) =>
  turnSwitches(ctx, body),
);
