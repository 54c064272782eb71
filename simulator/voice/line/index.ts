/** The person at the other end of a simulated call. */

export { actSchema, type Behaviour, behaviourOf, behaviourSchema, keyOf, readBehaviour } from "./behaviour";
export { type Input, type InteractiveLine, interactiveLine } from "./interactive-line";
export type { Act, Line, Mode, Moment, Reaction } from "./line";
export { type ScriptOptions, scriptedLine } from "./scripted-line";
