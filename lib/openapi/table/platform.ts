import { PlatformAccountInput } from "@/lib/connections/schema";
import {
  BusinessFilter,
  CarrierParams,
  JobParams,
  LimitsChange,
  NewBusiness,
  PriceInput,
  Suspension,
  TrailFilter,
} from "@/lib/platform/schema";
import { SwitchesChange } from "@/lib/switches/schema";
import type { Operation } from "../shape/operation";
import { exampleCarrier, exampleIds } from "./examples";
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
  screen("GET", "/platform/accounts", "super_admin", "List the platform's carrier accounts"),
  screen("PUT", "/platform/accounts/{carrier}", "super_admin", "Enter the platform's account", {
    params: CarrierParams,
    body: PlatformAccountInput,
    example: { params: { carrier: exampleCarrier }, body: { credentials: {}, fromNumber: "+12065550123" } },
  }),
  screen("DELETE", "/platform/accounts/{carrier}", "super_admin", "Take the entered account away", {
    params: CarrierParams,
    example: { params: { carrier: exampleCarrier } },
  }),
  screen("POST", "/platform/accounts/{carrier}/tests", "super_admin", "Test the platform's account", {
    params: CarrierParams,
    example: { params: { carrier: exampleCarrier } },
  }),
  screen("GET", "/platform/prices", "super_admin", "List prices"),
  screen("PUT", "/platform/prices", "super_admin", "Save a price", {
    body: PriceInput,
    example: {
      body: {
        ...{ carrier: exampleCarrier, kind: "sms", direction: "outbound", prefix: "+1" },
        ...{ micros: 7900, currency: "USD" },
      },
    },
  }),
  screen("DELETE", "/platform/prices/{id}", "super_admin", "Remove a price"),
  screen("GET", "/platform/switches", "super_admin", "Read the switches"),
  screen("PATCH", "/platform/switches", "super_admin", "Turn switches", {
    body: SwitchesChange,
    example: { body: { signUp: false } },
  }),
  screen("GET", "/platform/health", "super_admin", "Read how the installation is doing"),
  screen("POST", "/platform/jobs/{id}/retries", "super_admin", "Retry a failed job", {
    params: JobParams,
    example: { params: { id: "1042" } },
  }),
  screen("GET", "/platform/audit", "super_admin", "List what happened on the installation", {
    query: TrailFilter,
  }),
  screen("GET", "/platform/audit/export", "super_admin", "Fetch what happened as CSV", {
    query: TrailFilter,
    file: "text/csv",
  }),
];
