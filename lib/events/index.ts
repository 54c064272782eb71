export { emit } from "./emit";
export type { EventSubject, LiveEvent, NewEvent } from "./schema";
export { installSubscribers, type Subscriber, type Subscription } from "./subscribers";
