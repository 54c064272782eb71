import { endedBy, type Next } from "../call";

/** How a session ended, in the words of the action request; `changed`: the call was sent elsewhere over REST. */
export type RelayEnding =
  | {
      kind: "over";
      status: "ended" | "completed" | "failed";
      handoff: string | null;
      error: [code: string, message: string] | null;
      stopped: Next | null;
    }
  | { kind: "changed" };

export function failed(code: string, message: string): RelayEnding {
  return { kind: "over", status: "failed", handoff: null, error: [code, message], stopped: null };
}

/** The caller hung up: the session completed, and nobody hears what the action answers. */
export function hungUp(): RelayEnding {
  return {
    kind: "over",
    status: "completed",
    handoff: null,
    error: null,
    stopped: endedBy("caller", "hung up"),
  };
}
