export type { CredentialField } from "./ports/description";
export { numberKinds } from "./ports/numbers";
