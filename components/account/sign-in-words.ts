import type { SignInAnswer } from "@/components/account/sign-in-with-password";

/** Why a sign-in did not work, in a sentence. The same for an unknown address and a wrong password. */
export function signInWords(answer: Extract<SignInAnswer, { ok: false }>): string {
  switch (answer.reason) {
    case "wrong_credentials":
      return "This e-mail address and password do not fit together.";
    case "throttled":
      return `Too many attempts. Try again in ${waitWords(answer.retryAfterSeconds)}.`;
    case "unreachable":
      return "The server could not be reached. Try again in a moment.";
  }
}

function waitWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? "a second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
