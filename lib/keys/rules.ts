import { newSecret } from "@/lib/crypto";

/** A new API key: 192 random bits behind a prefix that secret scanners can look for. */
export function makeKey(): string {
  return `tl_${newSecret(24)}`;
}

/** The key in an `Authorization: Bearer` header; null when there is no such header. */
export function readBearer(authorization: string | null): string | null {
  const match = /^Bearer +(\S{1,200})$/i.exec(authorization ?? "");
  return match?.[1] ?? null;
}
