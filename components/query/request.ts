/** A page of a list, as our API answers. */
export type Paged<Item> = { data: Item[]; nextCursor: string | null };

/** What the server says when it does not do something, ready to be shown. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  /** What would be possible instead, as the send gate offers it. */
  readonly instead: readonly unknown[];

  constructor(status: number, problem: { code?: unknown; detail?: unknown; instead?: unknown }) {
    super(typeof problem.detail === "string" ? problem.detail : unreachable);
    this.status = status;
    this.code = typeof problem.code === "string" ? problem.code : "unreachable";
    this.instead = Array.isArray(problem.instead) ? problem.instead : [];
  }
}

const unreachable = "The server could not be reached. Check your connection and try again.";

type Options = {
  body?: unknown;
  headers?: Record<string, string>;
  keepalive?: boolean;
  signal?: AbortSignal;
};

/**
 * Asks our own API and throws {@link Refused}. What comes back is of this very build, so its shape is trusted and no
 * schema travels to the browser.
 */
export async function request<Answer>(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  { body, headers, ...options }: Options = {},
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? headers : { "Content-Type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
    ...options,
  }).catch(() => {
    throw new Refused(0, {});
  });
  const text = await response.text();
  const answer = text === "" ? undefined : JSON.parse(text);
  if (!response.ok) throw new Refused(response.status, answer ?? {});
  return answer;
}

/** A query string of what is set; "" when nothing is. */
export function queryText(values: Record<string, string | number | boolean | null | undefined>): string {
  const entries = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === null || value === false || value === "" ? [] : [[name, String(value)]],
  );
  return entries.length > 0 ? `?${new URLSearchParams(entries)}` : "";
}
