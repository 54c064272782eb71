import type { CarrierCredentials } from "./connection";
import type { CredentialField } from "./description";

/** The first field whose value is missing or malformed, with the sentence to show; null when all are fine. */
export function checkFormat(
  fields: readonly CredentialField[],
  credentials: CarrierCredentials,
): { field: string; problem: string } | null {
  for (const field of fields) {
    const value = credentials[field.name] ?? "";
    if (value === "" && !field.required) continue;
    if (!new RegExp(field.pattern).test(value)) return { field: field.name, problem: field.problem };
  }
  return null;
}
