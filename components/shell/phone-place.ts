/** Where the softphone's button stands, and how it looks there. */
export type PhonePlace = { className: string; side: "right" | "top" };
