import { expect, test } from "vitest";
import { PageQuery, readCursor, toPage, writeCursor } from "./paging";

const rows = Array.from({ length: 7 }, (_, index) => ({ id: `r${index}`, at: `t${index}` }));
const keysOf = (row: { id: string; at: string }) => [row.at, row.id];

test("a cursor leads from page to page until there is no more", () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 5; page += 1) {
    const after = readCursor(cursor, 2);
    const start = after ? rows.findIndex(({ id }) => id === after[1]) + 1 : 0;
    const { data, nextCursor } = toPage(rows.slice(start, start + 3 + 1), 3, keysOf);
    seen.push(...data.map(({ id }) => id));
    if (nextCursor === null) break;
    cursor = nextCursor;
  }
  expect(seen).toEqual(rows.map(({ id }) => id));
});

test("a full last page has no next one", () => {
  expect(toPage(rows.slice(0, 3), 3, keysOf).nextCursor).toBeNull();
  expect(toPage([], 3, keysOf)).toEqual({ data: [], nextCursor: null });
});

test.each([
  "",
  "x",
  "%%%",
  writeCursor(["one"]),
  Buffer.from("[1,2]").toString("base64url"),
  writeCursor(["a", "b", "c"]),
])("%j is no cursor of this list", (cursor) => {
  expect(() => readCursor(cursor, 2)).toThrow(/cursor/);
});

test.each(["0", "201", "1.5", "abc"])("a page of %s rows is refused", (limit) => {
  expect(PageQuery.safeParse({ limit }).success).toBe(false);
});
