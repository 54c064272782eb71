import { z } from "zod";

export const id = z.uuid();

/** A moment, ISO 8601 in UTC. */
export const moment = z.iso.datetime();

/** An E.164 number, or an opaque address on WhatsApp. */
export const address = z.string();

export const price = z
  .strictObject({
    micros: z.int().describe("Millionths of the currency: 7900 is 0.0079."),
    currency: z.string().describe("ISO 4217, such as USD."),
  })
  .nullable();

/** A page of a list. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({
    data: z.array(row),
    nextCursor: z
      .string()
      .nullable()
      .describe("Pass it as `cursor` for the next page; null on the last one."),
  });
}

/** A whole list at once. */
export function listOf<Row extends z.ZodType>(row: Row) {
  return z.strictObject({ data: z.array(row), nextCursor: z.null() });
}
