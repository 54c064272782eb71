import type { Operation } from "../shape/operation";

/** Errors that a call may answer besides the general ones: status and, in words, when. */
export function errorsOf(operation: Operation): [status: number, when: string][] {
  const { can, body, query, params, method } = operation;
  const when: [boolean, number, string][] = [
    [
      Boolean(body || query || operation.takesFile),
      400,
      "Something does not fit; `errors` names each field.",
    ],
    [can !== "public", 401, "No key, or one that does not stand any more."],
    [
      can !== "public" || method !== "GET",
      403,
      "The key has not this scope, or the person not this permission.",
    ],
    [Boolean(params), 404, "There is no such thing in this business."],
    [Boolean(operation.conflict), 409, `When ${operation.conflict}.`],
    [Boolean(body || operation.takesFile), 413, "The body is too large."],
    [
      Boolean(operation.refusals),
      422,
      "Understood, but refused; `code` says why and `instead` what would be possible.",
    ],
    [Boolean(operation.isLimited), 429, "Too often; wait as long as Retry-After says."],
  ];
  return when.flatMap(([isPossible, status, words]) => (isPossible ? [[status, words]] : []));
}
