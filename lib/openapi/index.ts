export { errorsOf } from "./document/errors";
export { type OpenApiDocument, openApiDocument } from "./document/open-api-document";
export { operationId } from "./document/path-item";
export { type Operation, type Tag, tags } from "./operation";
export { operations } from "./operations";
