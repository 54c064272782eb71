export { createTenant, type TenantCreation } from "./create-tenant";
export { listMyTenants, type MyTenant } from "./list-my-tenants";
export { listSuspendedTenants } from "./list-suspended-tenants";
export { readTenant, readTenantIn, type TenantView } from "./read-tenant";
export { removeTenant } from "./remove-tenant";
export type { TenantLimits, TenantSettings } from "./schema";
export { signUp } from "./sign-up";
export { switchTenant } from "./switch-tenant";
export { updateTenant } from "./update-tenant";
