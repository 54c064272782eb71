import type { Target } from "../../instructions";
import type { LifeMoment } from "./call-event";

/** Where a call's requests go. */
export type Routing = {
  /** The first instructions: a URL, or a document given with the call. Null: nobody configured any. */
  answer: Target | { document: string } | null;
  fallback?: Target;
  callbacks: { target: Target; moments: LifeMoment[] }[];
  /** Whether requests carry a signature. */
  isSigned: boolean;
};

export type InstructionAnswer = { status: number; contentType: string; body: string };
