/** A failed attempt or a trouble of the queue itself; `isFinal` when no attempt is left. */
export type JobReport = (problem: {
  sentence: string;
  kind?: string;
  jobId?: string;
  attempt?: number;
  isFinal?: boolean;
  error?: unknown;
}) => void;
