export type { ReferenceEntry } from "./reference/api-reference";
export type { FieldRow } from "./reference/field-rows";
