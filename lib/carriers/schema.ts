export { numberKinds } from "./ports/numbers";
