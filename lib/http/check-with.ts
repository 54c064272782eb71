import type { z } from "zod";
import { AppError } from "@/lib/kernel/errors";

/** Checks a value against a schema; the error names every field that does not fit, so that a form can show it there. */
export function checkWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: string,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, 20).map((issue) => ({
    in: where,
    field: issue.path.join("."),
    message: issue.message,
  }));
  const first = errors[0];
  const sentence = first ? `${first.field || where}: ${first.message}` : undefined;
  throw new AppError("invalid_input", sentence, { details: { errors } });
}
