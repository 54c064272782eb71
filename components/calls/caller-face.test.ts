import { expect, it } from "vitest";
import { callerFace } from "./caller-face";

const ends = { direction: "inbound", from: "+12065550142", to: "+15005550006" } as const;

it.each([
  ["a person", { ...ends, customerName: "Maya Chen" }, "Maya Chen", null],
  ["nobody known", { ...ends, customerName: null }, "+1 (206) 555-0142", null],
  ["a place", { ...ends, customerName: "Call from United States" }, "+1 (206) 555-0142", "United States"],
  [
    "whom we called",
    { ...ends, direction: "outbound" as const, customerName: "SMS from Reno, NV" },
    "+1 (500) 555-0006",
    "Reno, NV",
  ],
])("shows %s", (_what, call, title, place) => {
  const face = callerFace(call);
  expect([face.title, face.place]).toEqual([title, place]);
  expect(face.hasName).toBe(title === "Maya Chen");
});
