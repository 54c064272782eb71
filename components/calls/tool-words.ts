const tools: Record<string, string> = {
  look_up_customer: "Looked up the customer",
  check_availability: "Looked for free times",
  book_appointment: "Booked an appointment",
  move_appointment: "Moved an appointment",
  cancel_appointment: "Cancelled an appointment",
  take_message: "Took a message",
  text_caller: "Texted the caller",
  send_text: "Texted the caller",
  transfer: "Put the caller through",
  transfer_call: "Put the caller through",
  end_call: "Ended the call",
};

/** What a tool did, from the title of its trace: "book_appointment done". */
export function toolWords(title: string): { words: string; isRefused: boolean } {
  const [name = "", result] = title.split(" ");
  const plain = name.replaceAll("_", " ");
  return {
    words: tools[name] ?? plain.charAt(0).toUpperCase() + plain.slice(1),
    isRefused: result === "refused",
  };
}
