import { BusinessFilter, LimitsChange, NewBusiness, Suspension } from "@/lib/platform/schema";
import type { Operation } from "../shape/operation";
import { exampleIds } from "./examples";
import { screen } from "./screen";

const id = exampleIds.team;

/** What the pages of super admins ask. */
export const platform: readonly Operation[] = [
  screen("GET", "/platform/tenants", "super_admin", "List all businesses", { query: BusinessFilter }),
  screen("POST", "/platform/tenants", "super_admin", "Set up a business for somebody", {
    body: NewBusiness,
    status: 201,
    example: { body: { name: "Corner Cafe", ownerName: "Olga", ownerEmail: "olga@corner.example" } },
  }),
  screen("GET", "/platform/tenants/{id}", "super_admin", "Look into a business"),
  screen("PATCH", "/platform/tenants/{id}/limits", "super_admin", "Change a business's limits", {
    body: LimitsChange,
    example: { params: { id }, body: { dailyTextCap: 2000 } },
  }),
  screen("PUT", "/platform/tenants/{id}/suspension", "super_admin", "Suspend a business", {
    body: Suspension,
    example: { params: { id }, body: { reason: "The account was not paid." } },
  }),
  screen("DELETE", "/platform/tenants/{id}/suspension", "super_admin", "Resume a business"),
];
