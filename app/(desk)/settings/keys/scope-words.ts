import { ApiScope } from "@/lib/auth/schema";

/** A thing that keys can be given access to, with the scopes there are for it. */
export type Resource = { name: string; read: ApiScope | null; write: ApiScope | null };

/** Everything that keys can be given access to, in the order of the permission table. */
export const resources: Resource[] = [
  ...new Set(ApiScope.options.map((scope) => scope.split(":")[0] ?? "")),
].map((name) => ({ name, read: findScope(`${name}:read`), write: findScope(`${name}:write`) }));

/** Scopes as people read them: "Messages (read and write), calls (read)". */
export function scopeWords(scopes: readonly string[]): string {
  if (ApiScope.options.every((scope) => scopes.includes(scope))) return "Everything a key can";
  const parts = resources.flatMap(({ name, read, write }) => {
    if (write && scopes.includes(write)) return [`${name} (read and write)`];
    return read && scopes.includes(read) ? [`${name} (read)`] : [];
  });
  const text = parts.join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function findScope(text: string): ApiScope | null {
  return ApiScope.options.find((scope) => scope === text) ?? null;
}
