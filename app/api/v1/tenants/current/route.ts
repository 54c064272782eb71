import { readTenant, removeTenant, updateTenant } from "@/lib/tenants";
import { TenantChange, TenantRemoval } from "@/lib/tenants/schema";
import { route } from "@/lib/wiring/route";

export const GET = route({ can: "settings.read" }, ({ ctx }) => readTenant(ctx));

export const PATCH = route({ can: "settings.manage", body: TenantChange }, ({ ctx, body }) =>
  updateTenant(ctx, body),
);

export const DELETE = route({ can: "tenant.remove", body: TenantRemoval }, ({ ctx, body }) =>
  removeTenant(ctx, body),
);
