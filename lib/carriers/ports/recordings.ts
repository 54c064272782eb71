import type { Connection } from "./connection";
import type { CarrierOutcome } from "./outcomes";
import type { Media } from "./texting";

export type RecordingState = {
  id: string;
  callSid: string;
  status: "in-progress" | "completed" | "failed" | "absent";
  seconds: number;
  channels: number;
};

/** Audio of calls. Addresses are always rebuilt from ids; an URL out of a webhook is never followed. */
export interface Recordings {
  /** Records a live call from now on; `statusUrl` hears when the file is ready. */
  start(connection: Connection, callSid: string, input: { statusUrl: string }): Promise<CarrierOutcome>;
  /** Stops it; a call already over counts as done. */
  stop(connection: Connection, callSid: string, recordingId: string): Promise<CarrierOutcome>;
  /** Recordings of one call; empty when there are none. */
  list(connection: Connection, callSid: string): Promise<RecordingState[]>;
  /** The whole file with credentials (WAV, or MP3 where that is all there is or WAV too large); 100 MB at most. `not_found` may pass: retry. */
  download(connection: Connection, recordingId: string): Promise<Media>;
  /** Deletes it at the carrier; one already gone counts as done. */
  remove(connection: Connection, recordingId: string): Promise<void>;
}
