export { emit } from "./emit";
export { livePosition } from "./live-position";
export { unsafePruneEvents } from "./prune";
export type { EventSubject, LiveEvent, NewEvent } from "./schema";
export type { Viewer } from "./screen";
export { endStreams, signal } from "./signal";
export { type Live, type LiveOptions, startLive } from "./start-live";
export type { StreamGate } from "./stream";
export { installSubscribers, type Subscriber, type Subscription } from "./subscribers";
