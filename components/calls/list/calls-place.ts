import type { CallsFilter } from "@/components/calls/data/queries";

export const filterNames = [
  "direction",
  "outcome",
  "answeredBy",
  "sentiment",
  "numberId",
  "from",
  "to",
] as const;

/** Reads the filters of a list from its address; the server refuses what it does not know. */
export function filterFrom(search: Pick<URLSearchParams, "get">): CallsFilter {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/** The address of the list under these filters. */
export function callsPath(filter: CallsFilter): string {
  const search = new URLSearchParams();
  for (const name of filterNames) {
    const value = filter[name];
    if (value) search.set(name, value);
  }
  const text = search.toString();
  return text ? `/calls?${text}` : "/calls";
}
