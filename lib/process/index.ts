export { addHealthCheck, answerHealth, type Health, type HealthCheck } from "./health";
export { isHosted, markHosted } from "./hosted";
export { createLifetime, type Lifetime } from "./lifetime";
export { matchPaths } from "./match-path";
export type { NativeRoute, PathParams, SocketRoute, StreamRoute } from "./native-route";
export { type Served, type Serving, serve } from "./serve";
export { isAlive, whileAlone } from "./while-alone";
