import { placeOfName } from "@/lib/kernel/customer-name";
import type { Conversing } from "./turn";

/** The name the caller is known by; null when only the place they called from is known ("Call from Mysuru"). */
export function nameOf({ caller }: Conversing): string | null {
  const name = caller.name?.trim() ?? "";
  return name === "" || placeOfName(name) !== null || /^\+?\d[\d\s()-]+$/.test(name) ? null : name;
}
