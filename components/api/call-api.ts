import { z } from "zod";

/** What went wrong, as the server tells it (RFC 9457), or as the network does. */
const Problem = z.object({
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string().optional(),
  retryAfterSeconds: z.number().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).default([]),
});
export type Problem = z.output<typeof Problem>;

/** An answer of our own API: the parsed data, or a problem with a sentence to show. */
export type ApiAnswer<Data> = { ok: true; data: Data } | { ok: false; problem: Problem };

type Call<Schema extends z.ZodType> = { body?: unknown; answer?: Schema; headers?: Record<string, string> };

/** Calls our own API as the person who is signed in. Never throws: a lost network is a problem like any other. */
export async function callApi<Schema extends z.ZodType = z.ZodUndefined>(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  { body, answer, headers = {} }: Call<Schema> = {},
): Promise<ApiAnswer<z.output<Schema>>> {
  try {
    const response = await fetch(path, {
      method,
      headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) return { ok: false, problem: await readProblem(response) };
    const given: unknown = answer && response.status !== 204 ? await response.json() : undefined;
    return { ok: true, data: (answer ?? z.any()).parse(given) as z.output<Schema> };
  } catch {
    return { ok: false, problem: unreachable };
  }
}

const unreachable: Problem = {
  status: 0,
  code: "unreachable",
  detail: "The server could not be reached. Check your connection and try again.",
  errors: [],
};

async function readProblem(response: Response): Promise<Problem> {
  const problem = Problem.safeParse(await response.json().catch(() => null));
  if (problem.success) return problem.data;
  return {
    status: response.status,
    code: "internal",
    detail: "Something went wrong on our side. Try again.",
    errors: [],
  };
}
