import type { Deed } from "./kept";
import type { Conversing, Next, ToolTrace } from "./turn";

/** One turn's use of tools. What may happen is decided by this session and the rows it leads to, never by arguments. */
export type ToolSession = {
  readonly conversing: Conversing;
  readonly turnId: string;
  readonly callsBefore: number;
  /** Everything done in this conversation, this turn included. */
  readonly deeds: Deed[];
  readonly traces: ToolTrace[];
  /** The name the caller gave, when nobody knew one. */
  heardName: string | null;
  /** What happens after the reply; the last transfer or end decides. */
  next: Next | null;
};
