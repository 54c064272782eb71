import { switchTenant } from "@/lib/tenants";
import { TenantSwitch } from "@/lib/tenants/schema";
import { route } from "@/lib/wiring/route";

export const PUT = route({ can: "signed_in", body: TenantSwitch }, ({ ctx, body }) =>
  switchTenant(ctx, body),
);
