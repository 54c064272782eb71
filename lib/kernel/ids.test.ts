import fc from "fast-check";
import { expect, test } from "vitest";
import { createIdSource, isId, newId } from "./ids";

const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function sourceAt(moments: number[], random = () => 0xff) {
  let last = 0;
  return createIdSource({
    now: () => {
      last = moments.shift() ?? last;
      return last;
    },
    fillRandom: (bytes) => {
      for (let index = 0; index < bytes.length; index += 1) bytes[index] = random();
    },
  });
}

test("an id is a UUIDv7 that begins with its millisecond", () => {
  const id = sourceAt([0x0199_1234_5678])();
  expect(id).toMatch(uuid7);
  expect(id.startsWith("01991234-5678-7")).toBe(true);
});

test("ids rise within one millisecond, past a full counter, and when the clock goes back", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 200 }), (moments) => {
      const source = sourceAt([...moments]);
      const ids = moments.map(() => source());
      expect([...ids].sort()).toEqual(ids);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
  const source = sourceAt([7]);
  const many = Array.from({ length: 10_000 }, () => source());
  expect([...many].sort()).toEqual(many);
  expect(new Set(many).size).toBe(many.length);
});

test("the system's source makes different ids that are recognised as ids", () => {
  const ids = Array.from({ length: 1000 }, newId);
  expect(new Set(ids).size).toBe(1000);
  expect(ids.every(isId)).toBe(true);
});

test.each(["", "1042", "00000000-0000-0000-0000-000000000000'", "../etc", `${newId()} `])(
  "%j is no id",
  (text) => {
    expect(isId(text)).toBe(false);
  },
);
