import { hash, verify } from "@node-rs/argon2";

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// A hash of nothing anybody knows: an unknown account costs the same time as a known one.
const nobodysHash =
  "$argon2id$v=19$m=19456,t=2,p=1$/Zh0jOkyMyrolAnhaPXpnw$iLkl1wLkS+Gi3VK7OQtg9cU259jomZUv1uiiyGPOJuQ";

/** Hashes a password with argon2id. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether a password fits; takes as long without a stored hash, so that timing does not tell whether an account exists. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? nobodysHash, password);
  return fits && stored !== null;
}
