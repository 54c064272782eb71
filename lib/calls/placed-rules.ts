/** After this long in the queue a call is not placed any more: whoever asked for it has moved on. */
const longestWaitMinutes = 15;

/** Whether a queued call has waited for too long. */
export function isTooLate(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() > longestWaitMinutes * 60_000;
}

/** How long to wait before a call that was certainly not placed is tried again, by attempt from 1; null: give up. */
export function placeRetrySeconds(attempt: number, askedForSeconds = 0): number | null {
  const wait = [2, 5, 15, 60, 180][attempt - 1];
  return wait === undefined ? null : Math.max(wait, Math.min(askedForSeconds, 300));
}

/** When to look for a doubtful call at the carrier, by look from 0; null: it stays unknown. */
export function lookAgainSeconds(look: number): number | null {
  return [10, 30, 120, 300][look] ?? null;
}

/** Voicemail takes over after 20 to 25 seconds in most networks: who has a message for it waits, who has none need not. */
export function ringSecondsOf(hasMessage: boolean): number {
  return hasMessage ? 45 : 25;
}

const ownReasons: Readonly<Record<string, { title: string; cure: string }>> = {
  too_late: {
    title: "The call waited too long, so it was not placed.",
    cure: "If it is still wanted, let the receptionist call again.",
  },
  no_connection: {
    title: "No account is connected for this number.",
    cure: "Connect the carrier account again in the settings, then let the receptionist call again.",
  },
  carrier_unreachable: {
    title: "The carrier could not be reached, so the call was not placed.",
    cure: "Let the receptionist call again in a few minutes.",
  },
  opted_out: {
    title: "This person opted out before the call was placed.",
    cure: "You can call them yourself.",
  },
  quiet_hours: {
    title: "Quiet hours began where this person is before the call was placed.",
    cure: "Let the receptionist call again tomorrow, or call yourself.",
  },
  suspended: {
    title: "This business was suspended before the call was placed.",
    cure: "Ask the administrator.",
  },
};

/** Why we did not place a call, in words; null for a reason of the carrier's. */
export function explainUnplaced(code: string): { title: string; cure: string } | null {
  return Object.hasOwn(ownReasons, code) ? (ownReasons[code] ?? null) : null;
}
