import { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/ids";

/** The commonest path parameter: the id of a row. */
export const IdParams = z.object({ id: z.string().refine(isId) });

/** Checks the path's parameters. One that cannot name anything is "not found", not a fault of the form. */
export function parseParams<Schema extends z.ZodType>(params: unknown, schema: Schema): z.output<Schema> {
  const result = schema.safeParse(params);
  if (!result.success) throw new AppError("not_found");
  return result.data;
}
