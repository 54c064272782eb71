/** Any row's id: a UUIDv7 in lower-case text form, so ids sort by the time they were made. */
export type Id = string;

declare const tenantIdBrand: unique symbol;

/** The id of a tenant that was proven by a session, an API key, a carrier webhook or a job's own record. */
export type TenantId = Id & { readonly [tenantIdBrand]: true };

/** What an id is made of; tests pass their own clock (milliseconds) and random bytes. */
export type IdMaterial = { now: () => number; fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void };

const largestCounter = 0xfff;

/**
 * A source of UUIDv7 ids that never go backwards: within one millisecond a 12-bit counter rises, and when the
 * counter is full or the clock was set back, the source runs ahead of the clock rather than repeat itself.
 */
export function createIdSource(material: IdMaterial): () => Id {
  const bytes = new Uint8Array(10);
  let millisecond = -1;
  let counter = 0;

  return () => {
    material.fillRandom(bytes);
    const now = material.now();
    if (now > millisecond) {
      millisecond = now;
      counter = readCounterSeed(bytes);
    } else if (counter < largestCounter) {
      counter += 1;
    } else {
      millisecond += 1;
      counter = readCounterSeed(bytes);
    }
    return formatUuid7(millisecond, counter, bytes);
  };
}

/** A new UUIDv7 from the system's clock and random source. */
export const newId: () => Id = createIdSource({
  now: Date.now,
  fillRandom: (bytes) => {
    globalThis.crypto.getRandomValues(bytes);
  },
});

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether a text that came from outside can be an id at all; PostgreSQL raises an error on a malformed uuid. */
export function isId(text: string): text is Id {
  return uuidPattern.test(text);
}

/**
 * Marks an id as a proven tenant. Only the gates may call this: session, API key, carrier webhook, job restore,
 * and code that creates the tenant. Anything else would let a caller name a tenant of its choice.
 */
export function unsafeTenantId(id: Id): TenantId {
  return id as TenantId;
}

/** Eleven random bits: the counter's top bit stays free so that it can rise within the millisecond. */
function readCounterSeed(bytes: Uint8Array): number {
  return (((bytes[8] ?? 0) << 8) | (bytes[9] ?? 0)) & 0x7ff;
}

function formatUuid7(millisecond: number, counter: number, random: Uint8Array): Id {
  const time = millisecond.toString(16).padStart(12, "0");
  const version = (0x7000 | counter).toString(16);
  const variant = (0x80 | ((random[0] ?? 0) & 0x3f)).toString(16) + hexOf(random, 1, 2);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${hexOf(random, 2, 8)}`;
}

function hexOf(bytes: Uint8Array, from: number, to: number): string {
  let hex = "";
  for (let index = from; index < to; index += 1) hex += (bytes[index] ?? 0).toString(16).padStart(2, "0");
  return hex;
}
