// Node and Next's bundle each load this file once; both must know.
const home: typeof globalThis & { trunklineHosted?: boolean } = globalThis;

/** Says that our own server runs Next in this process, and opens the database and all the rest itself. */
export function markHosted(): void {
  home.trunklineHosted = true;
}

/** Whether our own server runs Next in this process; otherwise Next runs alone. */
export function isHosted(): boolean {
  return home.trunklineHosted === true;
}
