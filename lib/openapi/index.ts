export { type OpenApiDocument, openApiDocument } from "./document/open-api-document";
export { operationId } from "./document/path-item";
export {
  type ApiReference,
  apiReference,
  type ReferenceGroup,
} from "./reference/api-reference";
export type { Operation, Tag } from "./shape/operation";
export { operations } from "./table/operations";
