/** The person at the other end of a simulated call. */

export { actSchema, type Behaviour, behaviourOf, behaviourSchema, keyOf, readBehaviour } from "./behaviour";
export type { Input, InteractiveLine } from "./interactive-line";
export type { Act, Line, Mode, Moment, Reaction } from "./line";
export type { Person } from "./person";
export { realLine } from "./real-line";
export { type ScriptOptions, scriptedLine } from "./scripted-line";
