export { apiScopes, isAtLeast, mayDo, type Permission } from "./permissions";
export { readSession } from "./read-session";
export type { Session, SessionTenant } from "./session";
export { sessionCookieNames } from "./session-cookie";
export { writeSessionToken } from "./session-token";
