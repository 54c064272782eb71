import { z } from "zod";

const Csrf = z.object({ csrfToken: z.string() });
const Landing = z.object({ url: z.string() });

/** How a sign-in went; `throttled` says in how many seconds to come back. */
export type SignInAnswer =
  | { ok: true }
  | { ok: false; reason: "wrong_credentials" | "unreachable" }
  | { ok: false; reason: "throttled"; retryAfterSeconds: number };

/** Signs in through next-auth's credentials endpoint, which sets the session cookie. */
export async function signInWithPassword(credentials: {
  email: string;
  password: string;
}): Promise<SignInAnswer> {
  try {
    const { csrfToken } = Csrf.parse(await (await fetch("/api/auth/csrf")).json());
    const response = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: new URLSearchParams({ ...credentials, csrfToken, json: "true" }),
    });
    if (response.ok) return { ok: true };
    // next-auth tells the reason in the address that it would lead to.
    const { url } = Landing.parse(await response.json());
    return readError(new URL(url, location.href).searchParams.get("error"));
  } catch {
    return { ok: false, reason: "unreachable" };
  }
}

function readError(error: string | null): SignInAnswer {
  const [reason, seconds] = error?.split(":") ?? [];
  if (reason === "throttled") return { ok: false, reason, retryAfterSeconds: Number(seconds) || 1 };
  return { ok: false, reason: reason === "CredentialsSignin" ? "wrong_credentials" : "unreachable" };
}
