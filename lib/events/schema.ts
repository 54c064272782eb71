import type { Id } from "@/lib/kernel/ids";

/** What an event is about: ids only, so that a screen knows what to fetch again. */
export type EventSubject = {
  conversationId?: Id;
  customerId?: Id;
  messageId?: Id;
  callId?: Id;
  appointmentId?: Id;
  channelId?: Id;
  connectionId?: Id;
  memberId?: Id;
  numberId?: Id;
  sessionId?: Id;
  teamId?: Id;
  userId?: Id;
};

/** Something that happened, as a verb tells it. `data` is small and holds no secret: every open screen of the tenant gets it. */
export type NewEvent = {
  /** `noun.happened`, such as `message.received`. */
  kind: string;
  subject: EventSubject;
  data?: Readonly<Record<string, unknown>>;
};

/** An event as the live stream sends it. `seq` tells events apart; it is null for a signal, which is nowhere stored. */
export type LiveEvent = {
  seq: number | null;
  kind: string;
  subject: EventSubject;
  data: Readonly<Record<string, unknown>>;
  at: string;
};
