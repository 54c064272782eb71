import type { CarrierName } from "@/lib/carriers";
import { carrier } from "@/lib/carriers";
import { lastFour, open, processKeyring, seal } from "@/lib/crypto";
import type { TenantId } from "@/lib/kernel/ids";

/** Whose connection; `tenantId` null: the platform's. */
type Place = { tenantId: TenantId | null; id: string };

/** Seals every field of a connection's credentials; what is empty is left out. */
export function sealFields(place: Place, fields: Readonly<Record<string, string>>): Record<string, string> {
  const filled = Object.entries(fields).filter(([, text]) => text !== "");
  return Object.fromEntries(
    filled.map(([field, text]) => [field, seal(processKeyring(), placeOf(place, field), text)]),
  );
}

/** Opens what {@link sealFields} sealed, replaced fields included. */
export function unsealFields(place: Place, sealed: unknown): Record<string, string> {
  const fields = Object.entries((sealed ?? {}) as Record<string, string>);
  return Object.fromEntries(
    fields.map(([field, text]) => [field, open(processKeyring(), placeOf(place, field), text)]),
  );
}

/** What may be shown of credentials: the last four characters of what is secret, all of what is not. */
export function hintsOf(name: CarrierName, fields: Readonly<Record<string, string>>): Record<string, string> {
  const known = carrier(name).description.credentialFields.filter((field) => fields[field.name]);
  return Object.fromEntries(
    known.map((field) => {
      const text = fields[field.name] ?? "";
      return [field.name, field.secret ? lastFour(text) : text];
    }),
  );
}

/** Where a field of a connection is sealed: a text moved to another place does not open. */
export function placeOf({ tenantId, id }: Place, field: string) {
  return { tenantId, purpose: `connection:${id}`, field };
}
