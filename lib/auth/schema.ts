import { z } from "zod";
import { apiScopes } from "./permissions";

/** An e-mail address, brought to one spelling. Unicode is normalised before the check: an "＠" is no "@". */
export const EmailAddress = z
  .string()
  .max(200)
  .transform((text) => text.normalize("NFKC").trim().toLowerCase())
  .pipe(z.email("This is not an e-mail address"));

/** A person's name as others see it. */
export const PersonName = z.string().trim().min(1, "Tell us your name").max(80);

/** A password as typed. argon2 takes any length; the cap keeps a megabyte from being hashed. */
export const Password = z.string().min(1, "Enter your password").max(200);

/** A password that somebody chooses; what it must not be stands in `password-weakness.ts`. */
export const NewPassword = z.string().min(10, "Use at least 10 characters").max(200);

/** What one signs in with. */
export const SignIn = z.object({ email: EmailAddress, password: Password });
export type SignIn = z.output<typeof SignIn>;

/** Changing one's own password asks for the present one. */
export const PasswordChange = z.object({ currentPassword: Password, newPassword: NewPassword });
export type PasswordChange = z.output<typeof PasswordChange>;

/** What people may change about themselves. */
export const ProfileChange = z.object({ name: PersonName });
export type ProfileChange = z.output<typeof ProfileChange>;

/** What an API key may be given. */
export const ApiScope = z.enum(apiScopes);
export type ApiScope = z.output<typeof ApiScope>;
