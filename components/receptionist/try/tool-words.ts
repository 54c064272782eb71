const words: Readonly<Record<string, [done: string, refused: string]>> = {
  look_up_customer: ["Looked for the caller's appointments", "Could not look the caller up"],
  check_availability: ["Looked at the calendar", "Could not see the calendar"],
  book_appointment: ["Would book it", "Could not book it"],
  move_appointment: ["Would move it", "Could not move it"],
  cancel_appointment: ["Would cancel it", "Could not cancel it"],
  take_message: ["Would write the message down", "Could not take the message"],
  text_caller: ["Would text the caller", "May not text the caller"],
  transfer_call: ["Puts the call through", "Cannot put the call through"],
  end_call: ["Hangs up", "Did not hang up"],
};

/** What the receptionist did, or would have done, in words. */
export function toolWords({ name, ok }: { name: string; ok: boolean }): string {
  const [done, refused] = words[name] ?? ["Did something", "Tried something it may not do"];
  return ok ? done : refused;
}
