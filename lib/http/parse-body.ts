import type { z } from "zod";
import { AppError } from "@/lib/kernel/errors";
import { checkWith } from "./check-with";
import { requireSafeText } from "./safe-text";

const largestBody = 1_048_576;

/** Reads the JSON body (at most 1 MB, UTF-8) and checks it. Form posts are refused: other sites can send those. */
export async function parseBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.output<Schema>> {
  requireJson(request.headers.get("content-type"));
  const value = parseJson(decode(await readLimited(request)));
  requireSafeText(value);
  return checkWith(schema, value, "body");
}

function requireJson(contentType: string | null): void {
  const kind = contentType?.split(";")[0]?.trim().toLowerCase();
  if (kind !== "application/json") throw new AppError("invalid_input", "Send the body as application/json.");
}

async function readLimited(request: Request): Promise<Uint8Array[]> {
  if (Number(request.headers.get("content-length") ?? 0) > largestBody) throw new AppError("too_large");
  const chunks: Uint8Array[] = [];
  const reader = request.body?.getReader();
  let length = 0;
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    chunks.push(next.value);
    length += next.value.byteLength;
    if (length > largestBody) {
      await reader?.cancel();
      throw new AppError("too_large");
    }
  }
  return chunks;
}

function decode(chunks: Uint8Array[]): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch (cause) {
    throw new AppError("invalid_input", "The body is not UTF-8.", { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text === "" ? "{}" : text);
  } catch (cause) {
    throw new AppError("invalid_input", "The body is not JSON.", { cause });
  }
}
